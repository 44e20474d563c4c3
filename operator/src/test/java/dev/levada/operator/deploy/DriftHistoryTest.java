package dev.levada.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.ObjectId;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.drift.FieldChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a field that is put right again and again counts as a fight.
final class DriftHistoryTest {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final ObjectId WEB = new ObjectId("apps", "Deployment", "shop", "web");

  private final DriftHistory history = new DriftHistory();

  private static Entry changed(String pointer, String by) {
    var field = new FieldChange.Replaced(pointer, Scalar.of(5), Scalar.of(2));
    return new Entry(WEB, new Change.Configured(List.of(field), by));
  }

  @Test
  void theEventTellsWhoAndWhat() {
    assertThat(DriftHistory.line(changed("/spec/replicas", "kubectl-edit")))
        .isEqualTo("Deployment/shop/web changed by kubectl-edit: /spec/replicas: 5 -> 2");
    assertThat(DriftHistory.line(new Entry(WEB, new Change.Created())))
        .isEqualTo("Deployment/shop/web had been deleted");
  }

  @Test
  void twoCorrectionsAreNoFightAndCostNoPause() {
    assertThat(history.corrected("", changed("/spec/replicas", "hpa"), NOW)).isEmpty();
    assertThat(history.corrected("", changed("/spec/replicas", "hpa"), NOW.plusSeconds(1)))
        .isEmpty();
    assertThat(history.pause("", WEB, NOW.plusSeconds(1))).isZero();
  }

  @Test
  void theThirdIsToldAndEachOneMoreDoublesThePause() {
    Duration longest = Duration.ZERO;
    Instant now = NOW;
    for (int i = 1; i <= 20; i++) {
      var told = history.corrected("", changed("/spec/replicas", "hpa"), now);
      assertThat(told.isPresent()).isEqualTo(i >= 3);
      Duration pause = history.pause("", WEB, now);
      assertThat(pause).isGreaterThanOrEqualTo(longest).isLessThanOrEqualTo(Duration.ofMinutes(5));
      longest = pause;
      now = now.plus(pause).plusMillis(50);
    }
    assertThat(longest).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void theTextNamesObjectFieldAndWriter() {
    history.corrected("", changed("/spec/replicas", "hpa"), NOW);
    history.corrected("", changed("/spec/replicas", "hpa"), NOW.plusSeconds(1));
    assertThat(history.corrected("", changed("/spec/replicas", "hpa"), NOW.plusSeconds(2)))
        .hasValueSatisfying(text ->
            assertThat(text)
                .startsWith(
                    "Deployment/shop/web: /spec/replicas was changed 3 times within 2s by hpa")
                .contains("at most every 2s"));
  }

  @Test
  void anotherFieldOrALongCalmOrAnotherClusterBeginsAnew() {
    history.corrected("", changed("/spec/replicas", "hpa"), NOW);
    history.corrected("", changed("/spec/replicas", "hpa"), NOW.plusSeconds(1));
    assertThat(history.corrected("", changed("/spec/paused", "jane"), NOW.plusSeconds(2)))
        .isEmpty();
    assertThat(history.corrected("far", changed("/spec/paused", "jane"), NOW.plusSeconds(3)))
        .isEmpty();
    assertThat(history.corrected("", changed("/spec/paused", "jane"), NOW.plusSeconds(4)))
        .isEmpty();
    assertThat(history.corrected("", changed("/spec/paused", "jane"), NOW.plusSeconds(1_000)))
        .isEmpty();
  }

  @Test
  void thePausePassesWithTime() {
    for (int i = 0; i < 3; i++) {
      history.corrected("", changed("/spec/replicas", "hpa"), NOW);
    }
    assertThat(history.pause("", WEB, NOW)).isEqualTo(Duration.ofSeconds(2));
    assertThat(history.pause("", WEB, NOW.plusMillis(1_500))).isEqualTo(Duration.ofMillis(500));
    assertThat(history.pause("", WEB, NOW.plusSeconds(5))).isZero();
  }
}
