package dev.levada.operator.deploy;

import dev.levada.api.Condition;
import dev.levada.api.Kustomization;
import dev.levada.cluster.apply.Settled;
import dev.levada.cluster.observe.Live;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.operator.desired.Rendering;
import dev.levada.operator.destination.Target;
import dev.levada.operator.destination.TargetCluster;
import dev.levada.operator.report.Attempt;
import dev.levada.operator.runtime.Key;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Remembers of each deployment just enough to see, without a request and without rendering, that
/// doing it again would do nothing: the same spec, the same content at every path that was read,
/// and live objects that look as they were left.
public final class Memory {

  // `same` is the tree that was last found to hold what the deployment was made from: it is asked
  // for when a revision comes, and again when it is the object's turn.
  private record Deployed(
      Target target,
      long generation,
      String uid,
      Map<TreePath, String> reads,
      boolean fetched,
      Inventory inventory,
      Set<ObjectId> applied,
      String digest,
      String ingredients,
      AtomicReference<Optional<Tree>> same) {

    @SuppressWarnings(
        "ReferenceEquality") // a revision has one tree, and trees have no other equality
    boolean isMadeFrom(Tree tree) {
      if (same.get().filter(known -> known == tree).isPresent()) {
        return true;
      }
      for (Map.Entry<TreePath, String> read : reads.entrySet()) {
        if (!tree.identity(read.getKey()).equals(read.getValue())) {
          return false;
        }
      }
      same.set(Optional.of(tree));
      return true;
    }

    Stream<Place> places() {
      return inventory.ids().map(id -> new Place(target.cluster().name(), id));
    }
  }

  private final Map<Key, Deployed> deployed = new ConcurrentHashMap<>();
  private final Map<Place, Key> owners = new ConcurrentHashMap<>();

  private record Place(String cluster, ObjectId id) {}

  /// Whether the tree holds, for this Kustomization, what the last deployment was made from. What
  /// was fetched besides can have changed whatever the tree says.
  public boolean readsTheSame(Key key, Tree tree) {
    Deployed last = deployed.get(key);
    return last != null && !last.fetched() && last.isMadeFrom(tree);
  }

  /// The paths that the last deployment was made from: files, and folders with all that is below
  /// them; none where that is not known.
  Set<TreePath> reads(Key key) {
    Deployed last = deployed.get(key);
    return last == null ? Set.of() : last.reads().keySet();
  }

  /// What a deployment is about to be made from.
  ///
  /// @param object the Kustomization
  /// @param target where its objects go
  /// @param tree the source's files
  /// @param ingredients digest of what comes from ConfigMaps and Secrets
  record Now(Kustomization object, Target target, Tree tree, String ingredients) {}

  boolean isUnchanged(Key key, Now now) {
    Deployed last = deployed.get(key);
    return last != null
        && wantedTheSame(key, now)
        && last.uid().equals(now.object().metadata().uid())
        && Condition.isTrue(now.object().status(), Condition.READY)
        && last.inventory().ids().allMatch(id -> isUntouched(now.target().cluster(), id));
  }

  private static boolean isUntouched(TargetCluster cluster, ObjectId id) {
    Optional<Live> live = cluster.objects().find(id);
    return live.isPresent()
        && cluster.objects().sees(id)
        && (cluster.settled().isBeingWritten(id)
            || (!live.get().cleanupNeeded()
                && cluster.settled().isUntouched(id, live.get().fingerprint())));
  }

  /// Whether the last deployment wanted the same, so that whatever is to be changed now was changed
  /// behind our back.
  boolean wantedTheSame(Key key, Now now) {
    Deployed last = deployed.get(key);
    return last != null
        && last.target().equals(now.target())
        && last.generation() == now.object().metadata().generation()
        && last.ingredients().equals(now.ingredients())
        && readsTheSame(key, now.tree());
  }

  /// The attempt as the last deployment left it.
  Attempt recall(Key key, Attempt attempt) {
    Deployed last = deployed.get(key);
    return last == null ? attempt : attempt.holding(last.inventory()).rendered(last.digest());
  }

  /// The objects that the last deployment applied, and so can wait for.
  Set<ObjectId> applied(Key key) {
    Deployed last = deployed.get(key);
    return last == null ? Set.of() : last.applied();
  }

  void remember(
      Key key,
      Kustomization object,
      Target target,
      Rendering.Desired desired,
      Set<ObjectId> applied) {
    var now =
        new Deployed(
            target,
            object.metadata().generation(),
            object.metadata().uid(),
            Map.copyOf(desired.reads()),
            desired.fetched(),
            desired.inventory(),
            Set.copyOf(applied),
            desired.digest(),
            desired.ingredients(),
            new AtomicReference<>(Optional.empty()));
    Deployed before = deployed.put(key, now);
    if (before != null) {
      before.places().forEach(place -> owners.remove(place, key));
    }
    now.places().forEach(place -> owners.put(place, key));
  }

  void forget(Key key) {
    Deployed last = deployed.remove(key);
    if (last != null) {
      last.places().forEach(place -> owners.remove(place, key));
    }
  }

  /// Whose object has been changed or deleted behind our back, given what the watch shows of it
  /// now; nobody's where it looks as it was left. A Job that is gone may have done its work and
  /// been cleared away, so that it is not made anew before the next interval.
  public Optional<Key> disturbed(TargetCluster cluster, ObjectId id, Optional<Live> live) {
    Settled settled = cluster.settled();
    if (live.isPresent()
        && settled.isUntouched(id, live.get().fingerprint())
        && !live.get().cleanupNeeded()) {
      return Optional.empty();
    }
    boolean cleared = live.isEmpty() && id.kind().equals("Job");
    return !cleared && settled.knows(id)
        ? Optional.ofNullable(owners.get(new Place(cluster.name(), id)))
        : Optional.empty();
  }
}
