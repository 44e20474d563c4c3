package dev.levada.testbed.program;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Asks a program outside again and again, since nothing else tells when it is ready.
///
/// @param limit how long
public record Waiting(Duration limit) {

  private static final Duration PAUSE = Duration.ofMillis(20);

  /// Whether the condition was reached within the limit; ends early when the thread is interrupted.
  public boolean until(BooleanSupplier reached) {
    long end = System.nanoTime() + limit.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
