package dev.levada.cluster.observe;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before trying again: longer each time, up to a limit, and never all at once.
final class Backoff {

  private static final long FIRST_MILLIS = 200;
  private static final long LONGEST_MILLIS = 30_000;
  private static final int MOST_DOUBLINGS = 10;

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /// The next pause: between half and all of a time that doubles.
  Duration next() {
    long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }

  /// Things work again.
  void reset() {
    failures = 0;
  }
}
