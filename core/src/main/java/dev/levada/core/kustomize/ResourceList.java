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
      throw registered("", resource);
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
    requireDistinct("");
  }

  /// As the other one, with words before those of a failure.
  void requireDistinct(String within) {
    if (ids == null) {
      var seen = new HashSet<ResourceId>();
      for (Resource resource : items) {
        if (!resource.root().isEmpty() && !seen.add(resource.id().effective())) {
          throw registered(within, resource);
        }
      }
      ids = seen;
    }
  }

  /// Drops the objects with these ids, which are effective ones.
  void dropAll(Set<ResourceId> unwanted) {
    if (!unwanted.isEmpty()) {
      items.removeIf(resource -> unwanted.contains(resource.id().effective()));
      ids = null;
    }
  }

  /// To be called after ids may have changed; also drops what became empty.
  void idsChanged() {
    items.removeIf(resource -> resource.root().isEmpty());
    ids = null;
  }

  static BuildFailed registered(String within, Resource resource) {
    return new BuildFailed(
        within + "may not add resource with an already registered id: " + resource.id(),
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
