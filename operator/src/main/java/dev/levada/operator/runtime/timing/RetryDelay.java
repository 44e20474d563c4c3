package dev.levada.operator.runtime.timing;

import java.time.Duration;

/// The pause before a key that failed is tried again: it doubles with each failure in a row
/// (flux-api.md, 4.4: `--min-retry-delay`, `--max-retry-delay`).
///
/// @param first the pause after the first failure; more than zero
/// @param longest the pause is never longer
public record RetryDelay(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 30;

  /// 750 ms to 15 min.
  public static final RetryDelay DEFAULT =
      new RetryDelay(Duration.ofMillis(750), Duration.ofMinutes(15));

  /// The pause.
  ///
  /// @param failures how many runs in a row failed, this one included; at least 1
  public Duration after(int failures) {
    long times = 1L << Math.min(failures - 1, MOST_DOUBLINGS);
    Duration delay = first.multipliedBy(times);
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
