package dev.levada.core.kustomize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The objects of a build in order; no two have the same id when they are added.
final class ResourceList implements Iterable<Resource> {

  private final List<Resource> items = new ArrayList<>();
  private @Nullable Set<ResourceId> ids = new HashSet<>();

  List<Resource> items() {
    return items;
  }

  @Override
  public Iterator<Resource> iterator() {
    return items.iterator();
  }

  void append(Resource resource) {
    if (!ids().add(resource.id().effective())) {
      throw registered(resource);
    }
    items.add(resource);
  }

  void appendAll(ResourceList others) {
    others.forEach(this::append);
  }

  void replace(Resource old, Resource by) {
    items.set(items.indexOf(old), by);
    idsChanged();
  }

  /// Refuses two objects that a patch has given one id.
  void requireDistinct() {
    if (ids == null) {
      var seen = new HashSet<ResourceId>();
      for (Resource resource : items) {
        if (!resource.root().isEmpty() && !seen.add(resource.id().effective())) {
          throw registered(resource);
        }
      }
      ids = seen;
    }
  }

  /// To be called after ids may have changed; also drops what became empty.
  void idsChanged() {
    items.removeIf(resource -> resource.root().isEmpty());
    ids = null;
  }

  private static BuildFailed registered(Resource resource) {
    return new BuildFailed(
        "may not add resource with an already registered id: " + resource.id(),
        "Remove one of the two, or give them different names or namespaces");
  }

  /// The objects that have, or had, an id.
  List<Resource> having(ResourceId id) {
    return items.stream().filter(resource -> resource.hasId(id)).toList();
  }

  private Set<ResourceId> ids() {
    Set<ResourceId> known = ids;
    if (known == null) {
      known = new HashSet<>();
      for (Resource resource : items) {
        known.add(resource.id().effective());
      }
      ids = known;
    }
    return known;
  }
}
