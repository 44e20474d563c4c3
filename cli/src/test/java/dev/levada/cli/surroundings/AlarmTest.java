package dev.levada.cli.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AlarmTest {

  @Test
  void workThatTakesTooLongIsEnded() {
    try (var alarm = new Alarm(Duration.ofMillis(10))) {
      assertThatThrownBy(() -> alarm.guard(AlarmTest::waitForEver))
          .isInstanceOf(CommandFailure.class)
          .hasMessage("timed out after 10ms");
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void workThatIsCancelledByOthersIsNoTimeout() {
    try (var alarm = new Alarm(Duration.ofMinutes(5))) {
      var cancelled = new CancellationException("someone else");
      assertThatThrownBy(() ->
              alarm.guard(() -> {
                throw cancelled;
              }))
          .isSameAs(cancelled);
    }
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
  }
}
