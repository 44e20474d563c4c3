package dev.levada.operator.destination;

import dev.levada.cluster.observe.LiveRules;
import dev.levada.core.health.Health;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.fields.ManagerCleanup;
import dev.levada.core.plan.fields.OwnedFields;
import java.time.Instant;

/// What is worth knowing of an object that the engine applied: how it fares, and whether it still
/// looks as it was left.
final class OwnedRules implements LiveRules {

  private final TargetOptions options;
  private final HealthJudge judge;

  /// @param options which field managers' fields are taken over
  /// @param judge says how each fares
  OwnedRules(TargetOptions options, HealthJudge judge) {
    this.options = options;
    this.judge = judge;
  }

  @Override
  public Health health(Manifest live, Instant now) {
    return judge.judge(live, now);
  }

  @Override
  public String fingerprint(Manifest live) {
    return OwnedFields.fingerprint(OwnedFields.of(live, ManagerCleanup.MANAGER));
  }

  @Override
  public boolean cleanupNeeded(Manifest live) {
    return ManagerCleanup.of(live, live, options.overridden(), false).isNeeded();
  }
}
