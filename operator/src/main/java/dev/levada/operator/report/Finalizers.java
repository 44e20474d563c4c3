package dev.levada.operator.report;

import dev.levada.api.Metadata;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.PatchKind;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Puts our finalizer on an object and takes it off again.
public final class Finalizers {

  private final KubeClient client;
  private final ResourceType type;
  private final String manager;
  private final Consumer<Manifest> written;

  /// @param client the cluster
  /// @param type the kind that carries the finalizer
  /// @param manager the field manager to write as
  /// @param written is told of the object after each write
  public Finalizers(
      KubeClient client, ResourceType type, String manager, Consumer<Manifest> written) {
    this.client = client;
    this.type = type;
    this.manager = manager;
    this.written = written;
  }

  /// Makes sure that the object cannot go before we have acted.
  public void add(Metadata object) {
    if (object.isFinalized()) {
      return;
    }
    var finalizers = new ArrayList<>(object.finalizers());
    finalizers.add(Metadata.FINALIZER);
    written.accept(write(object, finalizers));
  }

  /// Lets the object go.
  public void remove(Metadata object) {
    if (!object.isFinalized()) {
      return;
    }
    try {
      // What comes back is not passed on: the object may be gone from the caches already.
      write(
          object,
          object.finalizers().stream().filter(name -> !name.equals(Metadata.FINALIZER)).toList());
    } catch (ApiError e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
  }

  // The version makes the list that was read the list that is changed: another's finalizer is never
  // lost.
  private Manifest write(Metadata object, List<String> finalizers) {
    var patch =
        new Mapping()
            .put(
                "metadata",
                new Mapping()
                    .put("uid", object.uid())
                    .put("resourceVersion", object.resourceVersion())
                    .put("finalizers", new Sequence(finalizers.stream().map(Scalar::of).toList())));
    return client.patch(
        type, object.namespace(), object.name(), "", PatchKind.MERGE, Json.bytes(patch), manager);
  }
}
