package dev.levada.operator.ingredient;

import dev.levada.core.manifest.Manifest;

/// All that is kept of a watched ConfigMap or Secret: which state it is in.
///
/// @param name `Kind/namespace/name`
/// @param resourceVersion its state
public record ConfigVersion(String name, String resourceVersion) {

  /// Reads one.
  public static ConfigVersion of(String kind, Manifest object) {
    return new ConfigVersion(
        kind + "/" + object.namespace() + "/" + object.name(), object.resourceVersion());
  }
}
