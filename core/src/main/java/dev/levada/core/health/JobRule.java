package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// A Job is current when it has completed or is suspended, and failed when it has failed: a Job
/// that runs is not there yet.
final class JobRule implements Rule {

  @Override
  public Health judge(Manifest live, Instant now) {
    if (live.root().isTrueAt("spec", "suspend") || Condition.of(live, "Suspended").isTrue()) {
      return Health.current("is suspended");
    }
    Condition complete = Condition.of(live, "Complete");
    if (complete.isTrue()) {
      return Health.current(
          "has completed, %d pods succeeded".formatted(status(live, "succeeded")));
    }
    Condition failed = Condition.of(live, "Failed");
    return failed.isTrue()
        ? Health.failed(failed.explain("has failed"))
        : Health.inProgress(
            "has not completed: %d pods active, %d failed, %d succeeded"
                .formatted(
                    status(live, "active"), status(live, "failed"), status(live, "succeeded")));
  }

  private static long status(Manifest live, String counter) {
    return live.root().numberAt(0, "status", counter);
  }
}
