package dev.levada.core.sprig.time;

import dev.levada.core.sprig.time.Layouts.InvalidTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as Go reads them: `1h30m`, `-2.5s`.
final class Durations {

  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", GoDuration.SECOND,
          "m", GoDuration.MINUTE,
          "h", GoDuration.HOUR);
  private static final Pattern PART = Pattern.compile("([0-9]*)(\\.[0-9]*)?([^0-9.]*)");

  private Durations() {}

  static GoDuration parse(String text) throws InvalidTime {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return new GoDuration(0);
    }
    if (rest.isEmpty()) {
      throw invalid(text);
    }
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      part.region(at, rest.length());
      if (!part.lookingAt() || part.end() == at) {
        throw invalid(text);
      }
      sum = sum.add(nanos(text, part));
      at = part.end();
    }
    BigInteger nanos = (negative ? sum.negate() : sum).toBigInteger();
    if (nanos.bitLength() > 63) {
      throw invalid(text);
    }
    return new GoDuration(nanos.longValue());
  }

  private static BigDecimal nanos(String text, Matcher part) throws InvalidTime {
    String whole = part.group(1);
    String fraction = part.group(2) == null ? "" : part.group(2);
    if ((whole.isEmpty() && fraction.length() < 2) || whole.length() + fraction.length() > 100) {
      throw invalid(text);
    }
    String unit = part.group(3);
    if (unit.isEmpty()) {
      throw new InvalidTime("time: missing unit in duration " + TimeQuotes.quote(text));
    }
    Long size = UNITS.get(unit);
    if (size == null) {
      throw new InvalidTime(
          "time: unknown unit "
              + TimeQuotes.quote(unit)
              + " in duration "
              + TimeQuotes.quote(text));
    }
    String digits = fraction.equals(".") ? whole : (whole.isEmpty() ? "0" : whole) + fraction;
    return new BigDecimal(new BigDecimal(digits).multiply(BigDecimal.valueOf(size)).toBigInteger());
  }

  private static InvalidTime invalid(String text) {
    return new InvalidTime("time: invalid duration " + TimeQuotes.quote(text));
  }
}
