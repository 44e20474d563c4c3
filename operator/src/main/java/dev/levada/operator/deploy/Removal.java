package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.cluster.apply.Pruner;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.hint.Owner;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.deploy.live.HealthBoard;
import dev.levada.operator.report.Attempt;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.KustomizationNews;
import dev.levada.operator.report.KustomizationReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.WaitEnd;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes a Kustomization's objects away when it is deleted, as far as its deletion policy wants it,
/// and then lets it go (flux-api §2.4).
public final class Removal {

  private final Pruner pruner;
  private final HealthBoard board;
  private final Deployment deployment;
  private final Finalizers finalizers;
  private final KustomizationReport report;
  private final KustomizationNews news;

  /// @param pruner deletes
  /// @param board shows what is left
  /// @param deployment drops what was kept
  /// @param finalizers lets the Kustomization go
  /// @param report tells when it cannot
  /// @param news tells what was deleted
  public Removal(
      Pruner pruner,
      HealthBoard board,
      Deployment deployment,
      Finalizers finalizers,
      KustomizationReport report,
      KustomizationNews news) {
    this.pruner = pruner;
    this.board = board;
    this.deployment = deployment;
    this.finalizers = finalizers;
    this.report = report;
    this.news = news;
  }

  Again remove(Kustomization object, Key key, Run run) throws InterruptedException {
    Inventory inventory = Inventory.read(object.status().get("inventory"));
    if (deletes(object) && !inventory.isEmpty()) {
      var owner = new Owner(object.metadata().name(), object.metadata().namespace());
      Pruner.Pruned pruned = pruner.prune(inventory, owner);
      Attempt attempt =
          Attempt.begun(run.id(), run.started())
              .at(object.status().textAt("lastAppliedRevision"))
              .holding(pruned.survivors());
      news.pruned(object, attempt, pruned.changes());
      if (!pruned.errors().isEmpty()) {
        return refused(object, attempt, pruned);
      }
      awaitGone(object, pruned, run);
    }
    deployment.forget(key);
    finalizers.remove(object.metadata());
    return new Again.Never();
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

  private Again refused(Kustomization object, Attempt attempt, Pruner.Pruned pruned) {
    var failure =
        new Failure.Retrying(
            Reason.PRUNE_FAILED,
            String.join("\n", pruned.errors()),
            "The Kustomization stays until its objects are gone; spec.deletionPolicy: Orphan leaves them");
    report.failed(object, attempt, failure, object.spec().retryInterval());
    return new Again.After(object.spec().retryInterval());
  }

  private void awaitGone(Kustomization object, Pruner.Pruned pruned, Run run)
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
    try (HealthBoard.Watch watch = board.watch(ids, Set.of())) {
      WaitEnd end = WaitEnd.OPENED;
      while (end == WaitEnd.OPENED && !watch.isEmpty()) {
        end = run.await(watch.gate(), deadline);
      }
    }
  }
}
