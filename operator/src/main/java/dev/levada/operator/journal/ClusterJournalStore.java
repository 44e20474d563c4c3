package dev.levada.operator.journal;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.PatchKind;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.util.Optional;

/// Keeps the journal in a ConfigMap beside the engine's lease.
public final class ClusterJournalStore implements JournalStore {

  private static final ResourceType CONFIG_MAPS =
      new ResourceType(new GroupVersionKind("", "v1", "ConfigMap"), "configmaps", true);
  private static final String KEY = "journal";

  private final KubeClient client;
  private final String namespace;
  private final String name;
  private final String manager;

  /// @param client the cluster in which we run
  /// @param namespace the ConfigMap's namespace
  /// @param name its name
  /// @param manager the field manager that writes it
  public ClusterJournalStore(KubeClient client, String namespace, String name, String manager) {
    this.client = client;
    this.namespace = namespace;
    this.name = name;
    this.manager = manager;
  }

  @Override
  public String subject() {
    return "ConfigMap/" + namespace + "/" + name;
  }

  @Override
  public Optional<String> read() {
    return client
        .find(CONFIG_MAPS, namespace, name)
        .map(object -> object.root().textAt("data", KEY))
        .filter(text -> !text.isEmpty());
  }

  @Override
  public void write(String text) {
    var data = new Mapping().put("data", new Mapping().put(KEY, text));
    try {
      client.patch(CONFIG_MAPS, namespace, name, "", PatchKind.MERGE, Json.bytes(data), manager);
    } catch (ApiError e) {
      if (!e.isNotFound()) {
        throw e;
      }
      var metadata = new Mapping().put("name", name).put("namespace", namespace);
      var object = new Mapping().put("apiVersion", "v1").put("kind", "ConfigMap");
      client.create(
          CONFIG_MAPS,
          new Manifest(object.put("metadata", metadata).put("data", data.mappingAt("data"))),
          manager);
    }
  }
}
