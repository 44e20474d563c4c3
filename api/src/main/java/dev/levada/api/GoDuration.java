package dev.levada.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as Go writes them, which is how custom resources, messages and history say them:
/// `1h30m`, `2.01s`, `812ms`.
public final class GoDuration {

  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(h|ms|m|us|µs|ns|s)");
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private GoDuration() {}

  /// Reads a duration.
  ///
  /// @throws IllegalArgumentException where the text is not a duration, or one of more than 292
  ///   years
  public static Duration parse(String text) {
    Matcher part = PART.matcher(text);
    BigDecimal nanos = BigDecimal.ZERO;
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      nanos = nanos.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
      end = part.end();
    }
    if (end == 0 || end < text.length() || nanos.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration such as 5m, 1h30m or 90s");
    }
    return Duration.ofNanos(nanos.longValue());
  }

  /// Reads a duration, or takes the given one where the text is empty.
  public static Duration parse(String text, Duration otherwise) {
    return text.isEmpty() ? otherwise : parse(text);
  }

  private static BigDecimal unit(String name) {
    return BigDecimal.valueOf(
        switch (name) {
          case "h" -> 3_600_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "s" -> 1_000_000_000L;
          case "ms" -> 1_000_000L;
          case "ns" -> 1L;
          default -> 1_000L;
        });
  }

  /// Writes a duration: the largest fitting unit below a second, hours, minutes and seconds above.
  public static String text(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos < 0) {
      return "-" + text(duration.negated());
    }
    if (nanos == 0) {
      return "0s";
    }
    if (nanos < 1_000_000_000L) {
      return belowSecond(nanos);
    }
    long hours = nanos / 3_600_000_000_000L;
    long minutes = nanos / 60_000_000_000L % 60;
    String seconds = decimal(nanos % 60_000_000_000L, 9) + "s";
    if (hours > 0) {
      return hours + "h" + minutes + "m" + seconds;
    }
    return minutes > 0 ? minutes + "m" + seconds : seconds;
  }

  /// As {@link #text}, rounded to milliseconds: what messages and logs say.
  public static String rounded(Duration duration) {
    return text(Duration.ofMillis(Math.max(1, (duration.toNanos() + 500_000) / 1_000_000)));
  }

  private static String belowSecond(long nanos) {
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    return nanos < 1_000_000 ? decimal(nanos, 3) + "µs" : decimal(nanos, 6) + "ms";
  }

  private static String decimal(long value, int places) {
    return BigDecimal.valueOf(value, places)
        .setScale(places, RoundingMode.UNNECESSARY)
        .stripTrailingZeros()
        .toPlainString();
  }
}
