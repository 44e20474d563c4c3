package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// A ReplicaSet is current when it has exactly the replicas it should have, all of them ready.
final class ReplicaSetRule implements Rule {

  @Override
  public Health judge(Manifest live, Instant now) {
    Condition failure = Condition.of(live, "ReplicaFailure");
    if (failure.isTrue()) {
      return Health.inProgress(failure.explain("pods cannot be created or deleted"));
    }
    long wanted = live.root().numberAt(1, "spec", "replicas");
    return Count.firstShort(
            new Count(status(live, "fullyLabeledReplicas"), wanted, "replicas are labelled"),
            new Count(status(live, "availableReplicas"), wanted, "replicas are available"),
            new Count(status(live, "readyReplicas"), wanted, "replicas are ready"))
        .orElseGet(() -> surplus(status(live, "replicas"), wanted));
  }

  private static Health surplus(long replicas, long wanted) {
    return replicas > wanted
        ? Health.inProgress("%d replicas too many are still there".formatted(replicas - wanted))
        : Health.current("%d replicas are available".formatted(wanted));
  }

  private static long status(Manifest live, String counter) {
    return live.root().numberAt(0, "status", counter);
  }
}
