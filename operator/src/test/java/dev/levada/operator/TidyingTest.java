package dev.levada.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.operator.runtime.FakeTimeline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TidyingTest {

  private static final long MEGABYTE = 1L << 20;

  private final FakeTimeline timeline = new FakeTimeline();
  private boolean idle = true;
  private long old;
  private long needed;
  private int cleared;

  TidyingTest() {
    var heap =
        new Tidying.Heap() {
          @Override
          public long old() {
            return old;
          }

          @Override
          public void clear() {
            old = needed;
            cleared++;
          }
        };
    new Tidying(timeline, () -> idle, heap).start();
  }

  @Test
  void garbageIsClearedOnceWhenNothingRunsAnyMore() {
    needed = 20 * MEGABYTE;
    old = 39 * MEGABYTE;
    idle = false;
    later();
    assertThat(cleared).isZero();

    idle = true;
    later();
    later();
    assertThat(cleared).isOne();
    assertThat(old).isEqualTo(needed);
  }

  @Test
  void aLittleIsNotWorthAPause() {
    needed = 100 * MEGABYTE;
    old = needed;
    later();
    assertThat(cleared).isOne();

    old = 124 * MEGABYTE;
    later();
    assertThat(cleared).as("less than a quarter more").isOne();

    old = 126 * MEGABYTE;
    later();
    assertThat(cleared).isEqualTo(2);
  }

  @Test
  void whatHasDoubledIsClearedWhateverRuns() {
    idle = false;
    needed = 60 * MEGABYTE;
    old = 100 * MEGABYTE;
    later();
    assertThat(cleared).isOne();

    old = 119 * MEGABYTE;
    later();
    assertThat(cleared).isOne();

    old = 121 * MEGABYTE;
    later();
    assertThat(cleared).isEqualTo(2);
  }

  private void later() {
    timeline.advance(Duration.ofSeconds(5));
  }
}
