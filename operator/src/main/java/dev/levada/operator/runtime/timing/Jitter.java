package dev.levada.operator.runtime.timing;

import java.time.Duration;
import java.util.Random;

/// Spreads intervals, so that what was created together does not run together for ever
/// (flux-api.md, 4.4: `--interval-jitter-percentage`). Safe for use by many threads.
public final class Jitter {

  private final int percent;
  private final Random random;

  /// @param percent how far an interval may go up or down; 0 to 99
  /// @param seed of the random numbers
  public Jitter(int percent, long seed) {
    if (percent < 0 || percent > 99) {
      throw new IllegalArgumentException("jitter of " + percent + " % is not within 0 to 99");
    }
    this.percent = percent;
    this.random = new Random(seed);
  }

  /// The interval, longer or shorter by at most the percentage.
  public Duration of(Duration interval) {
    if (percent == 0) {
      return interval;
    }
    double share = (random.nextDouble() * 2 - 1) * percent / 100;
    return interval.plusMillis(Math.round(interval.toMillis() * share));
  }
}
