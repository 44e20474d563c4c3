package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.api.Metadata;
import dev.levada.cluster.apply.Pruner;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.hint.Owner;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.dependency.DependencyCycle;
import dev.levada.operator.destination.HealthBoard;
import dev.levada.operator.destination.Target;
import dev.levada.operator.destination.Targets;
import dev.levada.operator.journal.Journal;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.KustomizationNews;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.WaitEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Takes a Kustomization's objects away when it goes, as far as its deletion policy wants it, and
/// lets it go then (flux-api §2.4).
public final class Removal {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final ResourceCache<Kustomization> objects;
  private final Set<String> looked = ConcurrentHashMap.newKeySet();
  private final Targets targets;
  private final Deployment deployment;
  private final Journal journal;
  private final Finalizers finalizers;
  private final KustomizationNews news;

  /// @param objects the Kustomizations as the cluster has them
  /// @param targets where its objects are, and as whom they are deleted
  /// @param deployment forgets it
  /// @param journal knows what no status holds yet
  /// @param finalizers lets it go
  /// @param news tells what was deleted
  public Removal(
      ResourceCache<Kustomization> objects,
      Targets targets,
      Deployment deployment,
      Journal journal,
      Finalizers finalizers,
      KustomizationNews news) {
    this.objects = objects;
    this.targets = targets;
    this.deployment = deployment;
    this.journal = journal;
    this.finalizers = finalizers;
    this.news = news;
  }

  Again remove(Kustomization object, Key key, Progress progress, Run run)
      throws InterruptedException {
    awaitDependants(object);
    Inventory inventory = journal.known(object.metadata(), object.status());
    if (deletes(object) && !inventory.isEmpty()) {
      progress.reach(attempt -> attempt.at(object.status().textAt("lastAppliedRevision")));
      Optional<String> missing = targets.missing(object);
      if (missing.isPresent()) {
        news.abandoned(object, progress.attempt(), missing.get(), inventory);
      } else {
        prune(object, key, inventory, progress, run);
      }
    }
    looked.remove(object.metadata().uid());
    deployment.forget(key);
    finalizers.remove(object.metadata());
    return new Again.Never();
  }

  // Where both go, what depends on the other goes first: it may need the other to end well. The
  // requests to delete them come one after the other, so the first look may be too early.
  private void awaitDependants(Kustomization object) {
    String name = object.metadata().namespace() + "/" + object.metadata().name();
    List<Metadata> dependants =
        objects.lookup(Triggers.BY_DEPENDENCY, name).stream()
            .map(Kustomization::metadata)
            .filter(Metadata::isFinalized)
            .toList();
    if (dependants.isEmpty() || DependencyCycle.isIn(object, objects)) {
      return;
    }
    List<String> going =
        dependants.stream()
            .filter(Metadata::deleting)
            .map(dependant -> dependant.namespace() + "/" + dependant.name())
            .sorted()
            .toList();
    boolean first = looked.add(object.metadata().uid());
    if (first || !going.isEmpty()) {
      throw new FailureException(
          new Failure.Waiting(
              Reason.DEPENDENCY_NOT_READY,
              going.isEmpty()
                  ? "it has dependants, which may be deleted too"
                  : "its dependants are deleted first: " + String.join(", ", going),
              "",
              going.isEmpty() ? Patience.MOMENT : LOOK_AGAIN));
    }
  }

  private static boolean deletes(Kustomization object) {
    if (object.spec().suspended()) {
      return false;
    }
    return switch (object.spec().deletionPolicy()) {
      case MIRROR_PRUNE -> object.spec().prune();
      case DELETE, WAIT_FOR_TERMINATION -> true;
      case ORPHAN -> false;
    };
  }

  private void prune(Kustomization object, Key key, Inventory inventory, Progress progress, Run run)
      throws InterruptedException {
    var owner = new Owner(object.metadata().name(), object.metadata().namespace());
    Target target = targets.require(object, key);
    Pruner.Pruned pruned = target.pruner().prune(inventory, owner);
    progress.reach(attempt -> attempt.holding(pruned.survivors()));
    news.pruned(object, progress.attempt(), pruned.changes());
    if (!pruned.errors().isEmpty()) {
      throw FailureException.retrying(
          Reason.PRUNE_FAILED,
          String.join("\n", pruned.errors()),
          "The Kustomization stays until its objects are gone; spec.deletionPolicy: Orphan leaves them");
    }
    awaitGone(object, target, pruned, run);
  }

  private static void awaitGone(Kustomization object, Target target, Pruner.Pruned pruned, Run run)
      throws InterruptedException {
    if (object.spec().deletionPolicy() != Kustomization.DeletionPolicy.WAIT_FOR_TERMINATION) {
      return;
    }
    Set<ObjectId> ids =
        pruned.changes().entries().stream()
            .filter(entry -> entry.change() instanceof Change.Deleted)
            .map(Entry::id)
            .collect(Collectors.toSet());
    Instant deadline = run.started().plus(object.spec().timeout());
    try (HealthBoard.Watch watch = target.watch(ids, Set.of())) {
      WaitEnd end = WaitEnd.OPENED;
      while (end == WaitEnd.OPENED && !watch.isEmpty()) {
        end = run.await(watch.gate(), deadline);
      }
    }
  }
}
