package dev.levada.core.kustomize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The objects of a build by the names they once had, so that following a reference costs a look
/// and not a walk.
final class FormerNames {

  /// An object that had another id before.
  record Renamed(Resource resource, ResourceId now, List<ResourceId> before) {}

  private final Map<String, List<Renamed>> byName = new HashMap<>();

  FormerNames(ResourceList resources) {
    for (Resource resource : resources) {
      List<ResourceId> before = resource.previousIds();
      if (!before.isEmpty()) {
        var renamed = new Renamed(resource, resource.id(), before);
        before.stream()
            .map(ResourceId::name)
            .distinct()
            .forEach(name -> byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(renamed));
      }
    }
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  List<Renamed> called(String name) {
    return byName.getOrDefault(name, List.of());
  }
}
