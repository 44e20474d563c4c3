package dev.levada.core.sprig.time;

import java.util.List;

/// `durationRound`: how many of the largest unit that a duration exceeds.
final class LargestUnit {

  private static final long DAY = 24 * GoDuration.HOUR;

  private record Unit(String name, long nanos) {}

  private static final List<Unit> UNITS =
      List.of(
          new Unit("y", 365 * DAY),
          new Unit("mo", 30 * DAY),
          new Unit("d", DAY),
          new Unit("h", GoDuration.HOUR),
          new Unit("m", GoDuration.MINUTE),
          new Unit("s", GoDuration.SECOND));

  private LargestUnit() {}

  static String of(long nanos) {
    for (Unit unit : UNITS) {
      if (nanos > unit.nanos()) {
        return nanos / unit.nanos() + unit.name();
      }
    }
    return "0s";
  }
}
