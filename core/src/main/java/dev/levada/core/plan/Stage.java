package dev.levada.core.plan;

import dev.levada.core.manifest.Manifest;
import java.util.List;

/// Objects that are tried together: if one dry run of the stage fails, nothing of it is applied.
///
/// @param kind which stage
/// @param manifests its objects, in the order in which they are applied
public record Stage(Kind kind, List<Manifest> manifests) {

  /// The stages, in order.
  public enum Kind {
    /// Custom resource definitions, namespaces and cluster roles.
    CLUSTER_DEFINITIONS,
    /// Kinds of which the name ends in `Class`.
    CLASSES,
    /// Kinds that the operator of the cluster named.
    CUSTOM,
    /// Everything else.
    REST
  }

  /// @param kind which stage
  /// @param manifests its objects; copied
  public Stage {
    manifests = List.copyOf(manifests);
  }

  /// Whether the next stage must wait until these objects are ready.
  public boolean waits() {
    return switch (kind) {
      case CLUSTER_DEFINITIONS, CLASSES -> true;
      case CUSTOM, REST -> false;
    };
  }
}
