package dev.levada.operator.runtime.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeaseStepTest {

  private static final Instant SEEN = Instant.parse("2026-09-01T10:00:00Z");
  private static final Duration DURATION = Duration.ofSeconds(35);

  @Property
  void anothersLeaseIsTakenOnlyAfterWeSawItUnchangedForItsWholeDuration(
      @ForAll @IntRange(max = 100) int elapsed,
      @ForAll @IntRange(min = 1, max = 60) int duration,
      @ForAll @IntRange(min = -100000, max = 100000) int theirClock) {
    var lease =
        new LeaseView(
            "them",
            Duration.ofSeconds(duration),
            SEEN.plusSeconds(theirClock),
            SEEN.plusSeconds(theirClock),
            3,
            "9");
    Instant now = SEEN.plusSeconds(elapsed);
    LeaseStep step = LeaseStep.next(new LeaseStep.Sighting(lease, SEEN), now, "us", DURATION);

    assertThat(step)
        .isEqualTo(
            elapsed < duration
                ? new LeaseStep.Follow("them")
                : new LeaseStep.TakeOver(new LeaseView("us", DURATION, now, now, 4, "9")));
  }

  @Test
  void aMissingLeaseIsCreated() {
    assertThat(LeaseStep.next(null, SEEN, "us", DURATION))
        .isEqualTo(new LeaseStep.Create(new LeaseView("us", DURATION, SEEN, SEEN, 0, "")));
  }

  @Test
  void ourOwnLeaseIsRenewedAndKeepsItsBeginning() {
    var ours = new LeaseView("us", DURATION, SEEN, SEEN, 3, "9");
    Instant now = SEEN.plusSeconds(5);

    assertThat(LeaseStep.next(new LeaseStep.Sighting(ours, SEEN), now, "us", DURATION))
        .isEqualTo(new LeaseStep.Renew(new LeaseView("us", DURATION, SEEN, now, 3, "9")));
  }

  @Test
  void aLeaseThatLooksTheSameIsAsOldAsBefore() {
    var lease = new LeaseView("them", DURATION, SEEN, SEEN, 3, "9");
    var first = LeaseStep.Sighting.of(null, lease, SEEN);

    assertThat(LeaseStep.Sighting.of(first, lease, SEEN.plusSeconds(9)).since()).isEqualTo(SEEN);
    var renewed = new LeaseView("them", DURATION, SEEN, SEEN, 3, "10");
    assertThat(LeaseStep.Sighting.of(first, renewed, SEEN.plusSeconds(9)).since())
        .isEqualTo(SEEN.plusSeconds(9));
  }
}
