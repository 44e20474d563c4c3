package dev.levada.operator.deploy;

import dev.levada.api.Condition;
import dev.levada.api.Kustomization;
import dev.levada.cluster.apply.Settled;
import dev.levada.cluster.observe.Live;
import dev.levada.cluster.observe.LiveObjects;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.operator.ingredient.Gathered;
import dev.levada.operator.report.Attempt;
import dev.levada.operator.runtime.Key;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Remembers of each deployment just enough to see, without a request and without rendering, that
/// doing it again would do nothing: the same spec, the same content at every path that was read,
/// and live objects that look as they were left.
public final class Memory {

  private record Deployed(
      long generation,
      String uid,
      Map<TreePath, String> reads,
      Inventory inventory,
      String digest,
      String ingredients) {}

  private final Map<Key, Deployed> deployed = new ConcurrentHashMap<>();
  private final Map<ObjectId, Key> owners = new ConcurrentHashMap<>();
  private final LiveObjects objects;
  private final Settled settled;

  /// @param objects what is live
  /// @param settled what each object looked like when it was left
  public Memory(LiveObjects objects, Settled settled) {
    this.objects = objects;
    this.settled = settled;
  }

  /// Whether the tree holds, for this Kustomization, what the last deployment was made from.
  public boolean readsTheSame(Key key, Tree tree) {
    Deployed last = deployed.get(key);
    return last != null
        && last.reads().entrySet().stream()
            .allMatch(read -> tree.identity(read.getKey()).equals(read.getValue()));
  }

  boolean isUnchanged(Key key, Kustomization object, Tree tree, Gathered ingredients) {
    Deployed last = deployed.get(key);
    return last != null
        && last.generation() == object.metadata().generation()
        && last.uid().equals(object.metadata().uid())
        && Condition.isTrue(object.status(), Condition.READY)
        && last.ingredients().equals(ingredients.digest())
        && readsTheSame(key, tree)
        && last.inventory().ids().allMatch(this::isUntouched);
  }

  private boolean isUntouched(ObjectId id) {
    Optional<Live> live = objects.find(id);
    return live.isPresent()
        && !live.get().cleanupNeeded()
        && settled.isUntouched(id, live.get().fingerprint());
  }

  /// The attempt as the last deployment left it.
  Attempt recall(Key key, Attempt attempt) {
    Deployed last = deployed.get(key);
    return last == null ? attempt : attempt.holding(last.inventory()).rendered(last.digest());
  }

  /// The objects that the last deployment applied.
  Set<ObjectId> ids(Key key) {
    Deployed last = deployed.get(key);
    if (last == null) {
      return Set.of();
    }
    return last.inventory().ids().collect(Collectors.toCollection(LinkedHashSet::new));
  }

  void remember(Key key, Kustomization object, Rendering.Desired desired) {
    var now =
        new Deployed(
            object.metadata().generation(),
            object.metadata().uid(),
            Map.copyOf(desired.reads()),
            desired.inventory(),
            desired.digest(),
            desired.ingredients());
    Deployed before = deployed.put(key, now);
    now.inventory().ids().forEach(id -> owners.put(id, key));
    if (before != null) {
      before.inventory().minus(now.inventory()).ids().forEach(id -> owners.remove(id, key));
    }
  }

  void forget(Key key) {
    Deployed last = deployed.remove(key);
    if (last != null) {
      last.inventory().ids().forEach(id -> owners.remove(id, key));
    }
  }

  /// Whose object has been changed or deleted behind our back, given what the watch shows of it
  /// now; nobody's where it looks as it was left.
  public Optional<Key> disturbed(ObjectId id, Optional<Live> live) {
    if (live.isPresent()
        && settled.isUntouched(id, live.get().fingerprint())
        && !live.get().cleanupNeeded()) {
      return Optional.empty();
    }
    return settled.knows(id) ? Optional.ofNullable(owners.get(id)) : Optional.empty();
  }
}
