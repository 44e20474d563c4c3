package dev.levada.cluster.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many requests may be under way at once: it grows by one for each round of good answers, and
/// falls by a third when the server says that it has too much to do.
final class AdaptiveLimit {

  private static final int QUIET = 2;

  /// Who is about to write may wait a moment for others; that is no quiet yet.
  private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final int least;
  private final int most;
  private final Permits permits;
  private int limit;
  private int goodAnswers;
  private long epoch;
  private int underWay;
  private long lastBusy = System.nanoTime() - CALM_NANOS;

  AdaptiveLimit(int start, int least, int most) {
    this.least = least;
    this.most = most;
    this.limit = start;
    this.permits = new Permits(start);
  }

  /// Waits for a place. The place must be given back exactly once.
  Place enter() throws InterruptedException {
    permits.acquire();
    synchronized (this) {
      underWay++;
      noteBusy();
      return new Place(epoch);
    }
  }

  /// Waits until hardly anything has been under way for a moment, but no longer than the patience
  /// lasts: for requests that nobody waits for.
  synchronized void awaitQuiet(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    for (long left = left(deadline); left > 0; left = left(deadline)) {
      wait(Duration.ofNanos(left).toMillis() + 1);
    }
  }

  /// How long until it is quiet, as far as can be told now, or until the deadline.
  private long left(long deadline) {
    long now = System.nanoTime();
    long calm = underWay > QUIET ? Long.MAX_VALUE : lastBusy + CALM_NANOS - now;
    return Math.min(calm, deadline - now);
  }

  private void noteBusy() {
    if (underWay > QUIET) {
      lastBusy = System.nanoTime();
    }
  }

  private synchronized void left() {
    noteBusy();
    underWay--;
    if (underWay <= QUIET) {
      notifyAll();
    }
  }

  /// The present limit.
  synchronized int limit() {
    return limit;
  }

  private synchronized void answered() {
    goodAnswers++;
    if (limit < most && goodAnswers >= limit && permits.availablePermits() <= limit / 2) {
      goodAnswers = 0;
      limit++;
      permits.release();
    }
  }

  private synchronized void refused(long entered) {
    // Requests that were under way together are refused together: that is one refusal, not fifty.
    if (entered != epoch) {
      return;
    }
    epoch++;
    goodAnswers = 0;
    int lower = Math.max(least, limit * 2 / 3);
    permits.shrink(limit - lower);
    limit = lower;
  }

  /// A place among the requests under way.
  final class Place {

    private final long entered;

    private Place(long entered) {
      this.entered = entered;
    }

    /// The server answered in good order.
    void good() {
      answered();
    }

    /// The server has too much to do, or did not answer in time.
    void overloaded() {
      refused(entered);
    }

    /// Gives the place back.
    void leave() {
      permits.release();
      left();
    }
  }

  private static final class Permits extends Semaphore {

    Permits(int permits) {
      super(permits, true);
    }

    void shrink(int by) {
      reducePermits(by);
    }
  }
}
