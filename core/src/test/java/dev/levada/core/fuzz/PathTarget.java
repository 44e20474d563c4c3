package dev.levada.core.fuzz;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Any text as a path: of a replacement's source and targets, of a field specification, as a JSON
/// pointer, and as the expressions of a selector.
public final class PathTarget {

  private static final List<String> PLACES =
      List.of(
          "replacements: [{source: {kind: Service, fieldPath: %s}, targets: [{select: {kind:"
              + " ConfigMap}, fieldPaths: [data.a]}]}]",
          "replacements: [{source: {kind: Service, name: web}, targets: [{select: {kind:"
              + " Deployment}, fieldPaths: [%s], options: {create: true}}]}]",
          "labels: [{pairs: {a: b}, fields: [{path: %s, create: true}]}]",
          "patches: [{target: {kind: ConfigMap}, patch: '[{op: add, path: %s, value: {a: [b]}}]'}]",
          "patches: [{target: {name: %s, labelSelector: %s}, patch: '[{op: remove, path: /data}]'}]");

  private PathTarget() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] input) {
    String path = new String(input, StandardCharsets.UTF_8);
    Node text = new Scalar(Scalar.Kind.STRING, path, true);
    String quoted = Json.text(text);
    for (String place : PLACES) {
      String entry = place.contains("'[") ? inner(place, quoted) : place.replace("%s", quoted);
      byte[] file = Builds.bytes("resources: [base.yaml]\n" + entry + "\n");
      Builds.build(Map.of("kustomization.yaml", file));
    }
  }

  private static String inner(String place, String quoted) {
    return place.contains("path: %s")
        ? place.replace("%s", quoted.replace("'", "''"))
        : place.replace("%s", quoted);
  }
}
