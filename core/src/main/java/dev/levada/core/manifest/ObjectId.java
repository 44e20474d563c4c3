package dev.levada.core.manifest;

import org.jspecify.annotations.Nullable;

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

  // A record's own two go through method handles, which the engine's one compiler does not inline,
  // and ids are the keys of nearly every map. The name tells ids apart soonest.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ObjectId id
            && name.equals(id.name)
            && namespace.equals(id.namespace)
            && kind.equals(id.kind)
            && group.equals(id.group));
  }

  @Override
  public int hashCode() {
    return ((group.hashCode() * 31 + kind.hashCode()) * 31 + namespace.hashCode()) * 31
        + name.hashCode();
  }

  @Override
  public String toString() {
    return subject();
  }
}
