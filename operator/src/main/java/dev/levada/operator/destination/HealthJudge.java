package dev.levada.operator.destination;

import dev.levada.core.health.Health;
import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// Says how a live object fares.
@FunctionalInterface
public interface HealthJudge {

  /// The verdict.
  ///
  /// @param live the object as the API server has it
  /// @param now the time to judge at
  Health judge(Manifest live, Instant now);
}
