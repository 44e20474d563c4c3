package dev.levada.cluster.access;

/// How a patch is written.
public enum PatchKind {
  /// Fields to set, null for fields to remove (RFC 7396).
  MERGE("application/merge-patch+json"),
  /// A list of operations (RFC 6902).
  JSON("application/json-patch+json"),
  /// The fields that the manager wants to own, taken over from others where it must be.
  APPLY("application/apply-patch+yaml");

  private final String contentType;

  PatchKind(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }
}
