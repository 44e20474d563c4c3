package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.cluster.apply.Ahead;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.journal.Journal;
import dev.levada.operator.report.KustomizationReport;
import java.util.List;

/// Takes down what will be in the cluster before it is there; what a dry run refuses is never taken
/// down, since its account may not even be allowed to remove it again.
final class Forecast implements Ahead {

  /// Where more is written at once, that lasts, and the status tells of it.
  private static final int FEW = 50;

  private final Journal journal;
  private final KustomizationReport report;
  private final Kustomization object;
  private final Inventory held;
  private final Progress progress;

  /// @param journal where little is taken down, together with what others are about to write
  /// @param report where much is taken down
  /// @param object whose objects
  /// @param held what its inventory has already
  /// @param progress how far its run has come
  Forecast(
      Journal journal,
      KustomizationReport report,
      Kustomization object,
      Inventory held,
      Progress progress) {
    this.journal = journal;
    this.report = report;
    this.object = object;
    this.held = held;
    this.progress = progress;
  }

  @Override
  public void writing(List<Manifest> manifests) throws InterruptedException {
    Inventory written = Inventory.of(manifests);
    Inventory added = written.minus(held);
    if (added.isEmpty()) {
      return;
    }
    progress.reach(attempt -> attempt.holding(held.plus(written)));
    if (object.spec().prune()
        && (added.items().size() > FEW || !journal.note(object.metadata(), added))) {
      report.ahead(object, progress.attempt());
    }
  }

  @Override
  public void refused() {
    progress.reach(attempt -> attempt.holding(held));
  }
}
