package dev.levada.operator.report;

import dev.levada.api.Metadata;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.PatchKind;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Writes the status of one kind: nothing where nothing changes, one patch where something does.
/// Conditions of other writers survive: where there are any, the patch holds only for the version
/// that was read, and is made anew on a conflict.
public final class StatusWriter {

  private static final int MOST_TRIES = 5;

  private final KubeClient client;
  private final ResourceType type;
  private final String manager;
  private final Set<String> ownTypes;
  private final Function<Metadata, Optional<Mapping>> latest;
  private final Consumer<Manifest> written;
  private final Clock clock;

  /// @param client the cluster
  /// @param type the kind whose status is written
  /// @param manager the field manager to write as
  /// @param ownTypes the condition types that nobody else writes
  /// @param latest the status as last seen, with our own writes in it; nothing where the object is
  ///   gone
  /// @param written is told of the object after each write, so that a cache need not wait for its
  ///   watch
  /// @param clock tells when a condition changed
  public StatusWriter(
      KubeClient client,
      ResourceType type,
      String manager,
      Set<String> ownTypes,
      Function<Metadata, Optional<Mapping>> latest,
      Consumer<Manifest> written,
      Clock clock) {
    this.client = client;
    this.type = type;
    this.manager = manager;
    this.ownTypes = Set.copyOf(ownTypes);
    this.latest = latest;
    this.written = written;
    this.clock = clock;
  }

  /// Brings a status to what the change wants.
  ///
  /// @param object whose status, as it was when the work began: its generation is the one that is
  ///   judged
  /// @param change what is wanted
  public void write(Metadata object, StatusChange change) {
    Mapping current = latest.apply(object).orElseGet(Mapping::new);
    String version = object.resourceVersion();
    for (int left = MOST_TRIES; ; left--) {
      Optional<Mapping> patch = change.patch(current, object.generation(), clock.instant());
      if (patch.isEmpty()) {
        return;
      }
      try {
        send(object, patch.get(), hasForeignConditions(current) ? version : "");
        return;
      } catch (ApiError e) {
        if (e.isNotFound()) {
          return; // deleted meanwhile: nobody is left to tell
        }
        if (!e.isConflict() || left <= 1) {
          throw e;
        }
        Optional<Manifest> newer = client.find(type, object.namespace(), object.name());
        if (newer.isEmpty()) {
          return;
        }
        current = newer.get().root().mappingAt("status");
        version = newer.get().resourceVersion();
      }
    }
  }

  private void send(Metadata object, Mapping statusPatch, String version) {
    // The uid keeps a late report from landing on a new object of the same name.
    var metadata = new Mapping().put("uid", object.uid());
    if (!version.isEmpty()) {
      metadata.put("resourceVersion", version);
    }
    var patch = new Mapping().put("metadata", metadata).put("status", statusPatch);
    Manifest after =
        client.patch(
            type,
            object.namespace(),
            object.name(),
            "status",
            PatchKind.MERGE,
            Json.bytes(patch),
            manager);
    written.accept(after);
  }

  private boolean hasForeignConditions(Mapping status) {
    for (Node condition : status.sequenceAt("conditions")) {
      if (condition instanceof Mapping mapping && !ownTypes.contains(mapping.textAt("type"))) {
        return true;
      }
    }
    return false;
  }
}
