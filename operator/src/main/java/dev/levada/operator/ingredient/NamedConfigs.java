package dev.levada.operator.ingredient;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.fetch.kms.Workload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads ConfigMaps and Secrets that custom resources name. They are read anew each time, so that
/// what changed counts at once and no secret is kept.
public final class NamedConfigs {

  /// The types that hold configuration.
  private static final Map<String, ResourceType> TYPES =
      Map.of(
          "ConfigMap", type("ConfigMap", "configmaps"),
          "Secret", type("Secret", "secrets"));

  private final KubeClient client;

  /// @param client the cluster
  public NamedConfigs(KubeClient client) {
    this.client = client;
  }

  /// A service account, to ask key services as.
  Workload account(String namespace, String name) {
    return new AccountWorkload(client, namespace, name);
  }

  private static ResourceType type(String kind, String plural) {
    return new ResourceType(new GroupVersionKind("", "v1", kind), plural, true);
  }

  /// The data of a ConfigMap or Secret; nothing where it does not exist.
  Optional<Map<String, byte[]>> find(String kind, String namespace, String name) {
    ResourceType type = TYPES.get(kind);
    return type == null ? Optional.empty() : client.find(type, namespace, name).map(this::data);
  }

  private Map<String, byte[]> data(Manifest config) {
    boolean secret = config.kind().equals("Secret");
    var data = new HashMap<String, byte[]>();
    config
        .root()
        .mappingAt("data")
        .texts()
        .forEach((key, text) ->
            data.put(
                key,
                secret ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8)));
    return data;
  }
}
