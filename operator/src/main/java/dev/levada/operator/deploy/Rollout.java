package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.cluster.apply.Applier;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.ChangeSet;
import dev.levada.core.plan.Stage;
import dev.levada.core.plan.Stages;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.deploy.live.LiveKinds;
import dev.levada.operator.report.KustomizationNews;
import dev.levada.operator.report.KustomizationReport;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Run;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// Applies what was rendered, stage by stage; definitions and classes must be ready before what
/// needs them is sent.
public final class Rollout {

  private static final Duration LONGEST_STAGE = Duration.ofSeconds(60);

  private final Applier applier;
  private final Discovery discovery;
  private final LiveKinds kinds;
  private final HealthWait health;
  private final KustomizationReport report;
  private final KustomizationNews news;

  /// @param applier sends one stage
  /// @param discovery which kinds there are
  /// @param kinds keeps the kinds observed that a Kustomization has objects of
  /// @param health waits for a stage to be ready
  /// @param report writes ahead what will be in the cluster
  /// @param news tells what was done
  public Rollout(
      Applier applier,
      Discovery discovery,
      LiveKinds kinds,
      HealthWait health,
      KustomizationReport report,
      KustomizationNews news) {
    this.applier = applier;
    this.discovery = discovery;
    this.kinds = kinds;
    this.health = health;
    this.report = report;
    this.news = news;
  }

  Deployment.End apply(
      Kustomization object, Key key, Rendering.Desired desired, Progress progress, Run run)
      throws InterruptedException {
    Inventory before = Inventory.read(object.status().get("inventory"));
    Inventory held = before.plus(desired.inventory());
    if (!desired.inventory().minus(before).isEmpty() && object.spec().prune()) {
      report.ahead(object, progress.attempt(), held);
    }
    progress.reach(attempt -> attempt.holding(held));
    kinds.hold(key, desired.manifests());
    for (Stage stage : Stages.of(desired.manifests())) {
      if (!applyStage(object, key, stage, desired, progress, run)) {
        return Deployment.End.SUPERSEDED;
      }
    }
    return Deployment.End.CHANGED;
  }

  private boolean applyStage(
      Kustomization object,
      Key key,
      Stage stage,
      Rendering.Desired desired,
      Progress progress,
      Run run)
      throws InterruptedException {
    ChangeSet changes = applier.apply(stage, object.spec().force());
    news.applied(object, progress.attempt(), changes);
    if (!stage.waits() || !changes.hasChanges()) {
      return true;
    }
    Set<ObjectId> ids = new LinkedHashSet<>();
    stage.manifests().stream().map(Manifest::id).forEach(ids::add);
    boolean ready = health.awaitStage(ids, LONGEST_STAGE, run);
    discovery.invalidate();
    // there may be kinds now that were not there before
    kinds.hold(key, desired.manifests());
    return ready;
  }

  void forget(Key key) {
    kinds.release(key);
  }
}
