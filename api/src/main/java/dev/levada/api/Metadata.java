package dev.levada.api;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.util.List;
import java.util.Map;

/// What every custom resource carries besides spec and status.
///
/// @param namespace the namespace
/// @param name the name
/// @param uid the server's id of this very object
/// @param resourceVersion the version of the object that this was read from
/// @param generation counts the changes to the spec
/// @param deleting whether someone asked for its deletion
/// @param finalizers who must act before it may go
/// @param labels its labels
/// @param annotations its annotations
public record Metadata(
    String namespace,
    String name,
    String uid,
    String resourceVersion,
    long generation,
    boolean deleting,
    List<String> finalizers,
    Map<String, String> labels,
    Map<String, String> annotations) {

  /// The finalizer of every kind that Flux's controllers, and so ours, look after.
  public static final String FINALIZER = "finalizers.fluxcd.io";

  private static final String REQUESTED_AT = "reconcile.fluxcd.io/requestedAt";

  /// Reads the metadata of an object.
  public static Metadata of(Manifest object) {
    List<String> finalizers = object.root().sequenceAt("metadata", "finalizers").texts();
    return new Metadata(
        object.namespace(),
        object.name(),
        object.uid(),
        object.resourceVersion(),
        object.generation(),
        object.isDeleting(),
        List.copyOf(finalizers),
        Map.copyOf(object.labels()),
        Map.copyOf(object.annotations()));
  }

  /// The merge patch that asks for an object to be reconciled now.
  ///
  /// @param token tells this request from others
  public static Mapping request(String token) {
    var annotations = new Mapping().put(REQUESTED_AT, token);
    return new Mapping().put("metadata", new Mapping().put("annotations", annotations));
  }

  /// The token of the last reconciliation that a person asked for; empty where nobody has.
  public String requestedAt() {
    return annotations.getOrDefault(REQUESTED_AT, "");
  }

  /// Whether our finalizer is on the object.
  public boolean isFinalized() {
    return finalizers.contains(FINALIZER);
  }
}
