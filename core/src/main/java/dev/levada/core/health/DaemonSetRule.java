package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// A DaemonSet is current when every node that should run its pod runs an updated, available one.
final class DaemonSetRule implements Rule {

  @Override
  public Health judge(Manifest live, Instant now) {
    if (live.root().at("status", "observedGeneration") == null
        || live.root().at("status", "desiredNumberScheduled") == null) {
      return Health.inProgress("the DaemonSet controller has not seen it yet");
    }
    long wanted = status(live, "desiredNumberScheduled");
    return Count.firstShort(
            new Count(status(live, "currentNumberScheduled"), wanted, "pods are scheduled"),
            new Count(status(live, "updatedNumberScheduled"), wanted, "pods are updated"),
            new Count(status(live, "numberAvailable"), wanted, "pods are available"),
            new Count(status(live, "numberReady"), wanted, "pods are ready"))
        .orElseGet(() -> Health.current("%d pods are available".formatted(wanted)));
  }

  private static long status(Manifest live, String counter) {
    return live.root().numberAt(0, "status", counter);
  }
}
