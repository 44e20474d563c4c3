package dev.levada.cli.chart;

import dev.levada.core.gotemplate.Limits;

/// When a rendering must be done.
///
/// @param nanos the time, on the system's own scale
record Deadline(long nanos) {

  private static final long SECONDS = 60;

  static Deadline start() {
    return new Deadline(System.nanoTime() + SECONDS * 1_000_000_000L);
  }

  Limits limits() {
    return new Limits(
        Limits.USUAL.steps(),
        Limits.USUAL.output(),
        Limits.USUAL.depth(),
        () -> System.nanoTime() - nanos > 0);
  }
}
