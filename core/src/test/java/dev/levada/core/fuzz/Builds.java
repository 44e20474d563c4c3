package dev.levada.core.fuzz;

import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.BuildOptions;
import dev.levada.core.kustomize.Kustomizer;
import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Builds a folder with a Deployment, a Service and a ConfigMap, and one thing that came from the
/// fuzzer.
final class Builds {

  private static final String BASE =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, labels: {app: web}}
      spec:
        replicas: 1
        template:
          spec:
            containers:
            - {name: main, image: 'nginx:1', args: [a, b], env: [{name: A, value: b}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      data: {a: b, "c.json": '{"d": [1, 2]}'}
      """;

  private Builds() {}

  /// Builds; a failure must be one that users are told.
  static void build(Map<String, byte[]> files) {
    var all = new HashMap<String, byte[]>();
    all.put("base.yaml", bytes(BASE));
    all.putAll(files);
    try {
      var build = Kustomizer.build(new MemoryTree(all), TreePath.ROOT, BuildOptions.COMMAND_LINE);
      YamlWriter.stream(build.manifests());
    } catch (BuildFailed told) {
      if (told.getMessage() == null || told.getMessage().isBlank()) {
        throw new AssertionError("a failure without words", told);
      }
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
