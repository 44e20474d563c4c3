package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// A Deployment is current when its newest ReplicaSet has taken over and enough replicas are
/// available; it fails when its progress deadline passes.
final class DeploymentRule implements Rule {

  private static final long NO_DEADLINE = Integer.MAX_VALUE;

  @Override
  public Health judge(Manifest live, Instant now) {
    Condition progressing = Condition.of(live, "Progressing");
    if (progressing.reason().equals("ProgressDeadlineExceeded")) {
      return Health.failed(progressing.explain("the progress deadline passed"));
    }
    long wanted = live.root().numberAt(1, "spec", "replicas");
    long replicas = live.root().numberAt(0, "status", "replicas");
    long updated = live.root().numberAt(0, "status", "updatedReplicas");
    var unfinished =
        Count.firstShort(
            new Count(replicas, wanted, "replicas exist"),
            new Count(updated, wanted, "replicas are updated"));
    if (unfinished.isPresent()) {
      return unfinished.get();
    }
    if (replicas > updated) {
      return Health.inProgress(
          "%d replicas of the old version are still there".formatted(replicas - updated));
    }
    return Count.firstShort(
            new Count(available(live), updated, "replicas are available"),
            new Count(ready(live), wanted, "replicas are ready"))
        .orElseGet(() -> conditions(live, progressing, wanted));
  }

  private static Health conditions(Manifest live, Condition progressing, long wanted) {
    boolean rolledOut =
        progressing.isMissing()
            ? live.root().numberAt(0, "spec", "progressDeadlineSeconds") == NO_DEADLINE
            : progressing.isTrue() && progressing.reason().equals("NewReplicaSetAvailable");
    if (!rolledOut) {
      return Health.inProgress(progressing.explain("the new ReplicaSet is not available yet"));
    }
    Condition available = Condition.of(live, "Available");
    return available.isTrue()
        ? Health.current("%d replicas are available".formatted(wanted))
        : Health.inProgress(available.explain("the Deployment is not available yet"));
  }

  private static long available(Manifest live) {
    return live.root().numberAt(0, "status", "availableReplicas");
  }

  private static long ready(Manifest live) {
    return live.root().numberAt(0, "status", "readyReplicas");
  }
}
