package dev.levada.core.plan.fields;

import dev.levada.core.manifest.Manifest;

/// A kind whatever its version.
///
/// @param group the API group; empty for the core group
/// @param kind the kind
public record GroupKind(String group, String kind) {

  /// The kind of an object.
  public static GroupKind of(Manifest manifest) {
    return new GroupKind(manifest.type().group(), manifest.kind());
  }
}
