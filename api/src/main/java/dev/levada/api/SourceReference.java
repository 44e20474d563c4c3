package dev.levada.api;

import dev.levada.core.manifest.Mapping;

/// Which source an object takes its files from.
///
/// @param kind GitRepository, OCIRepository, Bucket or ExternalArtifact
/// @param namespace the source's namespace; never empty: the object's own where the reference names
///   none
/// @param name the source's name
public record SourceReference(String kind, String namespace, String name) {

  static SourceReference of(Mapping reference, String ownNamespace) {
    String namespace = reference.textAt("namespace");
    return new SourceReference(
        reference.textAt("kind"),
        namespace.isEmpty() ? ownNamespace : namespace,
        reference.textAt("name"));
  }

  /// `Kind/namespace/name`.
  @Override
  public String toString() {
    return kind + "/" + namespace + "/" + name;
  }
}
