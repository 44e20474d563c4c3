package dev.levada.operator.deploy.live;

import dev.levada.cluster.observe.LiveRules;
import dev.levada.core.health.Health;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.fields.ManagerCleanup;
import dev.levada.core.plan.fields.OwnedFields;
import java.time.Instant;
import java.util.Set;

/// What is worth knowing of an object that the engine applied: how it fares, and whether it still
/// looks as it was left.
public final class OwnedRules implements LiveRules {

  private final String manager;
  private final HealthJudge judge;

  /// @param manager the field manager that objects are applied as
  /// @param judge says how each fares
  public OwnedRules(String manager, HealthJudge judge) {
    this.manager = manager;
    this.judge = judge;
  }

  @Override
  public Health health(Manifest live, Instant now) {
    return judge.judge(live, now);
  }

  @Override
  public String fingerprint(Manifest live) {
    return OwnedFields.fingerprint(OwnedFields.of(live, manager));
  }

  @Override
  public boolean cleanupNeeded(Manifest live) {
    return ManagerCleanup.of(live, live, Set.of()).isNeeded();
  }
}
