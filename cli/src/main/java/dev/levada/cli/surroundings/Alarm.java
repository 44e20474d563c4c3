package dev.levada.cli.surroundings;

import dev.levada.api.GoDuration;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends a command that takes too long, by an interrupt.
final class Alarm implements AutoCloseable {

  private final Duration limit;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("timeout").factory());

  Alarm(Duration limit) {
    this.limit = limit;
  }

  /// Does the work on this thread.
  ///
  /// @throws CommandFailure where it took longer than the limit
  void guard(Runnable work) {
    Thread worker = Thread.currentThread();
    var rang = new AtomicBoolean();
    var bell =
        clock.schedule(
            () -> {
              rang.set(true);
              worker.interrupt();
            },
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      work.run();
    } catch (CancellationException e) {
      throw rang.get() ? tooLate(e) : e;
    } finally {
      bell.cancel(false);
    }
  }

  private CommandFailure tooLate(RuntimeException cause) {
    return new CommandFailure(
        "timed out after " + GoDuration.text(limit), "Give it longer with --timeout.", cause);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    // The bell may have rung when the work was done already.
    var _ = Thread.interrupted();
  }
}
