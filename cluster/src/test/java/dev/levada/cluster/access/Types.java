package dev.levada.cluster.access;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.nio.charset.StandardCharsets;

/// Kinds and objects that tests use.
public final class Types {

  public static final ResourceType CONFIG_MAP = core("ConfigMap", "configmaps", true);
  public static final ResourceType SECRET = core("Secret", "secrets", true);
  public static final ResourceType NAMESPACE = core("Namespace", "namespaces", false);

  private Types() {}

  private static ResourceType core(String kind, String plural, boolean namespaced) {
    return new ResourceType(new GroupVersionKind("", "v1", kind), plural, namespaced);
  }

  public static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] configMap(String namespace, String name, String value) {
    return bytes(
        """
        {"apiVersion": "v1", "kind": "ConfigMap",
         "metadata": {"namespace": "%s", "name": "%s",
                      "labels": {"kustomize.toolkit.fluxcd.io/name": "app",
                                 "kustomize.toolkit.fluxcd.io/namespace": "flux-system"}},
         "data": {"key": "%s"}}
        """
            .formatted(namespace, name, value));
  }

  public static Manifest manifest(byte[] json) {
    return new Manifest((Mapping) Json.read(json));
  }
}
