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

  private Optional<Change> delete(Inventory.Item entry, Owner owner) {
    ObjectId id = entry.id();
    Optional<ResourceType> type =
        discovery
            .find(new GroupVersionKind(id.group(), entry.version(), id.kind()))
            .or(() -> discovery.preferred(id.group(), id.kind()));
    Optional<Manifest> live = type.flatMap(known -> client.find(known, id.namespace(), id.name()));
    if (type.isEmpty() || live.isEmpty()) {
      settled.forget(id);
      return Optional.empty(); // gone already, or its whole kind is
    }
    return switch (PruneRule.decide(owner, live.get())) {
      case Prune.Keep keep -> Optional.of(new Change.Skipped(keep.why()));
      case Prune.Delete _ -> {
        client.delete(
            type.get(), id.namespace(), id.name(), new Deletion("Background", live.get().uid()));
        settled.forget(id);
        yield Optional.of(new Change.Deleted());
      }
    };
  }
}
