package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.cluster.apply.Pruner;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.plan.hint.Owner;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.desired.Rendering;
import dev.levada.operator.destination.Target;
import dev.levada.operator.report.KustomizationNews;

/// Deletes what left the source, once all that is in it has been applied (flux-api §2.1, steps 14
/// and 15).
public final class Pruning {

  private final KustomizationNews news;

  /// @param news tells what was deleted
  public Pruning(KustomizationNews news) {
    this.news = news;
  }

  void prune(Kustomization object, Target target, Rendering.Desired desired, Progress progress) {
    Inventory stale =
        progress.attempt().inventory().orElse(desired.inventory()).minus(desired.inventory());
    if (!object.spec().prune() || stale.isEmpty()) {
      progress.reach(attempt -> attempt.holding(desired.inventory()));
      return;
    }
    var owner = new Owner(object.metadata().name(), object.metadata().namespace());
    Pruner.Pruned pruned = target.pruner().prune(stale, owner);
    progress.reach(attempt -> attempt.holding(desired.inventory().plus(pruned.survivors())));
    news.pruned(object, progress.attempt(), pruned.changes());
    if (!pruned.errors().isEmpty()) {
      throw FailureException.retrying(
          Reason.PRUNE_FAILED,
          String.join("\n", pruned.errors()),
          "They stay in the inventory and are tried again; to keep such an object for good, label it"
              + " kustomize.toolkit.fluxcd.io/prune: disabled");
    }
  }
}
