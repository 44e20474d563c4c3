package dev.levada.core.manifest;

/// Which object, whatever its version.
///
/// @param group the API group; empty for the core group
/// @param kind the kind
/// @param namespace the namespace; empty for an object of the whole cluster
/// @param name the name
public record ObjectId(String group, String kind, String namespace, String name) {

  /// `Kind/namespace/name`, or `Kind/name` for an object of the whole cluster: how messages name an
  /// object.
  public String subject() {
    return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
  }

  @Override
  public String toString() {
    return subject();
  }
}
