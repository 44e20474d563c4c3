package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// Every kind without a rule of its own: its `Ready` condition decides where it has one. A `Ready`
/// that is not true never means failed, for most controllers say so while they work.
final class ReadyConditionRule implements Rule {

  @Override
  public Health judge(Manifest live, Instant now) {
    Condition ready = Condition.of(live, "Ready");
    if (ready.isTrue()) {
      return Health.current("is ready");
    }
    return ready.isMissing()
        ? Health.current("exists")
        : Health.inProgress(ready.explain("is not ready yet"));
  }
}
