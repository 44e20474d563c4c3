package dev.levada.fetch.git;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends a piece of work at its time, whatever it waits for.
final class Deadline {

  /// How long work that was told to end may take to tidy up.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private Deadline() {}

  /// Runs work on a virtual thread of its own. There an interrupt closes the socket that is waited
  /// on, so that a server that says nothing, or little, cannot hold us.
  ///
  /// @throws TimeoutException where the work has not ended in time
  /// @throws InterruptedException where the caller was told to stop; the work is told as well
  /// @throws ExecutionException what the work threw
  static <T> T within(Duration limit, Callable<T> work)
      throws TimeoutException, InterruptedException, ExecutionException {
    var task = new FutureTask<>(work);
    Thread thread = Thread.ofVirtual().name("git").start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | InterruptedException e) {
      thread.interrupt();
      if (e instanceof TimeoutException) {
        var _ = thread.join(GRACE);
      }
      throw e;
    }
  }
}
