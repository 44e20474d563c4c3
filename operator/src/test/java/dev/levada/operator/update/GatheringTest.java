package dev.levada.operator.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.operator.runtime.Key;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GatheringTest {

  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
  private static final Key FLEET = new Key("ImageUpdateAutomation", "apps", "fleet");

  private final Gathering gathering = new Gathering();

  private Duration leftAt(Duration time) {
    return gathering.left(FLEET, BEGIN.plus(time));
  }

  @Test
  void anAutomationWhosePoliciesAreQuietRunsAtOnce() {
    assertThat(leftAt(Duration.ZERO)).isZero();
  }

  @Test
  void oneChoiceWaitsForOthersOnlyAMoment() {
    gathering.chosen(FLEET, BEGIN);

    assertThat(leftAt(Duration.ZERO)).isEqualTo(Gathering.QUIET);
    assertThat(leftAt(Duration.ofMillis(400))).isEqualTo(Duration.ofMillis(100));
    assertThat(leftAt(Gathering.QUIET)).isZero();
  }

  @Test
  void eachFurtherChoiceProlongsTheWaitUpToTheLongest() {
    Duration time = Duration.ZERO;
    while (time.compareTo(Gathering.LONGEST) < 0) {
      gathering.chosen(FLEET, BEGIN.plus(time));
      assertThat(leftAt(time)).isPositive().isLessThanOrEqualTo(Gathering.QUIET);
      time = time.plusMillis(50);
    }

    assertThat(leftAt(time)).isZero();
  }

  @Test
  void aRunEndsTheGatheringAndTheNextChoiceBeginsAnother() {
    gathering.chosen(FLEET, BEGIN);
    assertThat(leftAt(Duration.ofSeconds(1))).isZero();
    assertThat(leftAt(Duration.ZERO)).isZero();

    gathering.chosen(FLEET, BEGIN.plusSeconds(2));

    assertThat(leftAt(Duration.ofSeconds(2))).isEqualTo(Gathering.QUIET);
  }

  @Test
  void automationsAreHeldBackEachForItself() {
    gathering.chosen(FLEET, BEGIN);

    assertThat(gathering.left(new Key(FLEET.kind(), "apps", "other"), BEGIN)).isZero();
  }
}
