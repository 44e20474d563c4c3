package dev.levada.operator.runtime.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class JitterTest {

  @Property
  void anIntervalMovesByAtMostThePercentage(
      @ForAll @IntRange(max = 99) int percent,
      @ForAll @LongRange(max = 1_000_000_000) long millis,
      @ForAll long seed) {
    Duration moved = new Jitter(percent, seed).of(Duration.ofMillis(millis));

    assertThat(Math.abs(moved.toMillis() - millis))
        .isLessThanOrEqualTo((millis * percent + 99) / 100);
  }

  @Test
  void intervalsSpreadToBothSides() {
    var jitter = new Jitter(5, 1);
    var moved = Stream.generate(() -> jitter.of(Duration.ofSeconds(100))).limit(1000).toList();

    assertThat(moved).anyMatch(interval -> interval.compareTo(Duration.ofSeconds(96)) < 0);
    assertThat(moved).anyMatch(interval -> interval.compareTo(Duration.ofSeconds(104)) > 0);
  }

  @Test
  void noPercentageMovesNothing() {
    assertThat(new Jitter(0, 1).of(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    assertThatThrownBy(() -> new Jitter(100, 1)).hasMessageContaining("not within 0 to 99");
  }
}
