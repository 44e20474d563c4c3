package dev.levada.operator.dependency;

import dev.levada.api.Kustomization;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.ObjectId;

/// An object that somebody depends on, as one account sees it.
///
/// @param type its kind, in the version that is asked for
/// @param namespace its namespace; empty for an object of the whole cluster
/// @param name its name
/// @param user who looks; empty for the engine itself
/// @param whole whether all of it is looked at, and not only how it fares
record Subject(GroupVersionKind type, String namespace, String name, String user, boolean whole) {

  static Subject of(Kustomization.Dependency dependency, String user) {
    return new Subject(
        dependency.type(), dependency.namespace(), dependency.name(), user, dependency.isAsked());
  }

  ObjectId id() {
    return new ObjectId(type.group(), type.kind(), namespace, name);
  }
}
