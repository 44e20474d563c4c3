package dev.levada.core.kustomize;

import java.util.HashSet;
import java.util.Set;

/// Drops the objects that are worked with but not put out (kustomize.md section 4). They are told
/// by their ids, odd as that is where a patch has given one to several: so does kustomize.
final class LocalObjects {

  private LocalObjects() {}

  static void drop(ResourceList resources) {
    Set<ResourceId> kept = new HashSet<>();
    for (Resource resource : resources) {
      if (!resource.isLocal() && !kept.add(resource.id().effective())) {
        throw ResourceList.registered("", resource);
      }
    }
    Set<ResourceId> dropped = new HashSet<>();
    for (Resource resource : resources) {
      ResourceId id = resource.id().effective();
      if (!kept.contains(id) && !dropped.add(id)) {
        throw new BuildFailed(
            "id " + resource.id() + " not found in removal",
            "Give each of the objects for local use a name of its own");
      }
    }
    resources.dropAll(dropped);
  }
}
