package dev.levada.core.kustomize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The objects of a build by the names they once had, so that following a reference costs a look
/// and not a walk.
final class FormerNames {

  /// An object that had another id before.
  record Renamed(Resource resource, ResourceId now, List<ResourceId> before) {}

  private final Map<String, List<Renamed>> byName = new HashMap<>();
  private final ResourceList all;
  private @Nullable Map<String, List<ResourceId>> byFirstNamespace;

  FormerNames(ResourceList resources) {
    all = resources;
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

  /// The ids that the objects have now that were read in a namespace, renamed or not.
  List<ResourceId> readIn(String namespace) {
    Map<String, List<ResourceId>> known = byFirstNamespace;
    if (known == null) {
      known = new HashMap<>();
      for (Resource resource : all) {
        known
            .computeIfAbsent(resource.originalId().effectiveNamespace(), _ -> new ArrayList<>())
            .add(resource.id());
      }
      byFirstNamespace = known;
    }
    return known.getOrDefault(namespace, List.of());
  }

  List<Renamed> called(String name) {
    return byName.getOrDefault(name, List.of());
  }
}
