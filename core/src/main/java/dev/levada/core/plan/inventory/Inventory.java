package dev.levada.core.plan.inventory;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.plan.ApplyOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The objects that a deployment has applied, as its status remembers them, in the order in which
/// they are applied.
///
/// @param items each object once
public record Inventory(List<Item> items) {

  /// One applied object.
  ///
  /// @param id which object
  /// @param version the API version, without the group, under which it was applied
  public record Item(ObjectId id, String version) {}

  /// The inventory of a deployment that has applied nothing.
  public static final Inventory EMPTY = new Inventory(List.of());

  /// @param items the objects in any order; of two with the same id the later stays
  public Inventory {
    var sorted = new TreeMap<ObjectId, Item>(ApplyOrder.ofIds());
    items.forEach(item -> sorted.put(item.id(), item));
    items = List.copyOf(sorted.values());
  }

  /// The inventory of these objects.
  public static Inventory of(Collection<Manifest> manifests) {
    return new Inventory(
        manifests.stream()
            .map(manifest -> new Item(manifest.id(), manifest.type().version()))
            .toList());
  }

  /// Reads `status.inventory`.
  ///
  /// @param status the field's value; null where there is none
  /// @throws dev.levada.core.failure.FailureException where an entry's id cannot be read: to leave
  ///   it out would forget an object
  public static Inventory read(@Nullable Node status) {
    if (!(status instanceof Mapping mapping)) {
      return EMPTY;
    }
    return new Inventory(
        mapping.sequenceAt("entries").items().stream()
            .map(entry -> entry instanceof Mapping fields ? fields : new Mapping())
            .map(entry -> new Item(InventoryId.parse(entry.textAt("id")), entry.textAt("v")))
            .toList());
  }

  /// The value of `status.inventory`.
  public Mapping toStatus() {
    var entries = new Sequence();
    for (Item item : items) {
      entries.add(new Mapping().put("id", InventoryId.write(item.id())).put("v", item.version()));
    }
    return new Mapping().put("entries", entries);
  }

  /// The objects of this inventory that the other has not, in whatever version: what became stale
  /// where the other is newer.
  public Inventory minus(Inventory other) {
    Set<ObjectId> theirs = other.ids().collect(Collectors.toSet());
    return new Inventory(items.stream().filter(item -> !theirs.contains(item.id())).toList());
  }

  /// The objects of both; the other's version counts where both have an object.
  public Inventory plus(Inventory other) {
    return new Inventory(Stream.concat(items.stream(), other.items.stream()).toList());
  }

  /// The objects in the order in which they are deleted: the reverse of the order of applying.
  public List<Item> inDeletionOrder() {
    return items.stream()
        .sorted(Comparator.comparing(Item::id, ApplyOrder.ofIds().reversed()))
        .toList();
  }

  /// The ids, in order.
  public Stream<ObjectId> ids() {
    return items.stream().map(Item::id);
  }

  /// Whether it has no objects.
  public boolean isEmpty() {
    return items.isEmpty();
  }
}
