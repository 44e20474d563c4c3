package dev.levada.cluster.apply;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.Deletion;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.ChangeSet;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.hint.Owner;
import dev.levada.core.plan.hint.Prune;
import dev.levada.core.plan.hint.PruneRule;
import dev.levada.core.plan.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Deletes objects that left the source, in reverse apply order, each only if it is still its
/// owner's (flux-api §2.4).
public final class Pruner {

  private final KubeClient client;
  private final Discovery discovery;
  private final Settled settled;

  /// What came of it.
  ///
  /// @param changes what was deleted or kept, object by object
  /// @param survivors what could not be deleted and must be tried again
  /// @param errors why, object by object
  public record Pruned(ChangeSet changes, Inventory survivors, List<String> errors) {}

  /// @param client the cluster, as the account that deletes
  /// @param discovery which kinds there are
  /// @param settled forgets what is deleted
  public Pruner(KubeClient client, Discovery discovery, Settled settled) {
    this.client = client;
    this.discovery = discovery;
    this.settled = settled;
  }

  /// Deletes what may be deleted; an error with one object does not stop the others.
  ///
  /// @param stale the objects that left
  /// @param owner whose they must still be
  public Pruned prune(Inventory stale, Owner owner) {
    var done = new ArrayList<Entry>();
    var survivors = new ArrayList<Inventory.Item>();
    var errors = new ArrayList<String>();
    for (Inventory.Item entry : stale.inDeletionOrder()) {
      try {
        delete(entry, owner).ifPresent(change -> done.add(new Entry(entry.id(), change)));
      } catch (ApiError e) {
        survivors.add(entry);
        errors.add(entry.id().subject() + " delete failed (" + e.reason() + "): " + e.getMessage());
      }
    }
    return new Pruned(new ChangeSet(done), new Inventory(survivors), errors);
  }

  /// What {@link #prune} would do.
  ///
  /// @param stale the objects that left
  /// @param owner whose they must still be
  public ChangeSet preview(Inventory stale, Owner owner) {
    var entries = new ArrayList<Entry>();
    for (Inventory.Item item : stale.inDeletionOrder()) {
      type(item)
          .flatMap(type -> client.find(type, item.id().namespace(), item.id().name()))
          .ifPresent(live -> entries.add(new Entry(item.id(), judged(owner, live))));
    }
    return new ChangeSet(entries);
  }

  private static Change judged(Owner owner, Manifest live) {
    return switch (PruneRule.decide(owner, live)) {
      case Prune.Keep keep -> new Change.Skipped(keep.why());
      case Prune.Delete _ -> new Change.Deleted();
    };
  }

  private Optional<ResourceType> type(Inventory.Item item) {
    ObjectId id = item.id();
    return discovery
        .find(new GroupVersionKind(id.group(), item.version(), id.kind()))
        .or(() -> discovery.preferred(id.group(), id.kind()));
  }

  private Optional<Change> delete(Inventory.Item entry, Owner owner) {
    ObjectId id = entry.id();
    Optional<ResourceType> type = type(entry);
    Optional<Manifest> live = type.flatMap(known -> client.find(known, id.namespace(), id.name()));
    if (type.isEmpty() || live.isEmpty()) {
      settled.forget(id);
      return Optional.empty(); // gone already, or its whole kind is
    }
    Change change = judged(owner, live.get());
    if (change.isChange()) {
      client.delete(
          type.get(), id.namespace(), id.name(), new Deletion("Background", live.get().uid()));
      settled.forget(id);
    }
    return Optional.of(change);
  }
}
