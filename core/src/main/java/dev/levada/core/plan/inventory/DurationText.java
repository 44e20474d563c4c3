package dev.levada.core.plan.inventory;

import java.math.BigDecimal;
import java.time.Duration;

/// Durations the way Go prints them, which is how statuses carry them: `1h0m0s`, `2.01s`, `812ms`.
final class DurationText {

  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private DurationText() {}

  /// @param duration a duration of at least zero
  static String of(Duration duration) {
    long nanoseconds = duration.toNanos();
    if (nanoseconds == 0) {
      return "0s";
    }
    if (nanoseconds < MICROSECOND) {
      return nanoseconds + "ns";
    }
    if (nanoseconds < MILLISECOND) {
      return in(nanoseconds, MICROSECOND) + "µs";
    }
    if (nanoseconds < SECOND) {
      return in(nanoseconds, MILLISECOND) + "ms";
    }
    String seconds = in(nanoseconds % (60 * SECOND), SECOND) + "s";
    long minutes = duration.toMinutes();
    if (minutes == 0) {
      return seconds;
    }
    return minutes < 60
        ? minutes + "m" + seconds
        : minutes / 60 + "h" + minutes % 60 + "m" + seconds;
  }

  private static String in(long nanoseconds, long unit) {
    BigDecimal amount = BigDecimal.valueOf(nanoseconds).divide(BigDecimal.valueOf(unit));
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
