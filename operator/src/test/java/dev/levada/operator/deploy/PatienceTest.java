package dev.levada.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import dev.levada.operator.runtime.Key;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// When a wait for a dependency is worth telling.
final class PatienceTest {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final Key APP = new Key("Kustomization", "apps", "web");
  private static final Failure WAITING =
      new Failure.Waiting(
          Reason.DEPENDENCY_NOT_READY,
          "dependency 'apps/db' is not ready",
          "",
          Duration.ofSeconds(30));

  private final Patience patience = new Patience();

  @Test
  void aMomentIsNotWorthTelling() {
    assertThat(patience.isQuiet(APP, WAITING, NOW)).isTrue();
    assertThat(patience.isQuiet(APP, WAITING, NOW.plusMillis(999))).isTrue();
    assertThat(patience.isQuiet(APP, WAITING, NOW.plusMillis(1000))).isFalse();
  }

  @Test
  void aWaitThatEndedBeginsAnew() {
    patience.isQuiet(APP, WAITING, NOW);
    patience.end(APP);
    assertThat(patience.isQuiet(APP, WAITING, NOW.plusSeconds(5))).isTrue();
  }

  @Test
  void anyOtherFailureIsToldAtOnce() {
    var broken = new Failure.Retrying(Reason.BUILD_FAILED, "kustomize build failed", "");
    assertThat(patience.isQuiet(APP, broken, NOW)).isFalse();
  }
}
