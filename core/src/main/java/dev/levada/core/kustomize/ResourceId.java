package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;

/// Which object, as kustomize tells objects apart (kustomize.md section 5).
///
/// @param type group, version and kind
/// @param name the name
/// @param namespace the namespace as written; empty where there is none
record ResourceId(GroupVersionKind type, String name, String namespace) {

  private static final String CLUSTER = "_non_namespaceable_";

  /// The namespace that counts when ids are compared.
  String effectiveNamespace() {
    if (ClusterScoped.includes(type)) {
      return CLUSTER;
    }
    return namespace.isEmpty() ? "default" : namespace;
  }

  /// The same id with the namespace that counts: equal for all spellings of one object.
  ResourceId effective() {
    return new ResourceId(type, name, effectiveNamespace());
  }

  boolean isSame(ResourceId other) {
    return name.equals(other.name)
        && type.equals(other.type)
        && effectiveNamespace().equals(other.effectiveNamespace());
  }

  /// A type as messages show it.
  static String shown(GroupVersionKind type) {
    return or(type.kind(), "[noKind]")
        + "."
        + or(type.version(), "[noVer]")
        + "."
        + or(type.group(), "[noGrp]");
  }

  @Override
  public String toString() {
    return shown(type) + "/" + or(name, "[noName]") + "." + or(namespace, "[noNs]");
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
