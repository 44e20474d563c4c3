package dev.levada.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BackoffTest {

  @Property(tries = 100)
  void pausesGrowToAHalfMinuteAndBeginAgainAfterSuccess(@ForAll long seed) {
    var backoff = new Backoff(new SplittableRandom(seed));
    assertThat(backoff.next()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(backoff.next()).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
    for (int i = 0; i < 50; i++) {
      assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }
    assertThat(backoff.next()).isGreaterThanOrEqualTo(Duration.ofSeconds(15));
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(200));
  }
}
