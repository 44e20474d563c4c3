package dev.levada.core.sprig.time;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.Kind;
import org.jspecify.annotations.Nullable;

/// A span of time in nanoseconds.
///
/// @param nanos the nanoseconds
public record GoDuration(long nanos) implements GoObject {

  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;

  @Override
  public String typeName() {
    return "time.Duration";
  }

  @Override
  public Kind kind() {
    return Kind.INT64;
  }

  @Override
  public Object plain() {
    return Int64.of(nanos);
  }

  @Override
  public @Nullable Object member(String name) {
    return switch (name) {
      case "String" -> method(name, text());
      case "Round" ->
          Function.of(name, (_, given) -> cut((GoDuration) given[0], true), GoTime.DURATION);
      case "Truncate" ->
          Function.of(name, (_, given) -> cut((GoDuration) given[0], false), GoTime.DURATION);
      case "Abs" -> method(name, new GoDuration(Math.abs(nanos)));
      default -> inUnit(name);
    };
  }

  private @Nullable Object inUnit(String name) {
    return switch (name) {
      case "Hours" -> method(name, (double) nanos / HOUR);
      case "Minutes" -> method(name, (double) nanos / MINUTE);
      case "Seconds" -> method(name, (double) nanos / SECOND);
      case "Milliseconds" -> method(name, Int64.of(nanos / 1_000_000));
      case "Microseconds" -> method(name, Int64.of(nanos / 1_000));
      case "Nanoseconds" -> method(name, Int64.of(nanos));
      default -> null;
    };
  }

  /// To a multiple of another span, halves away from zero; what is too far for a number stays.
  private GoDuration cut(GoDuration step, boolean nearest) {
    if (step.nanos <= 0) {
      return this;
    }
    long rest = nanos % step.nanos;
    long down = nanos - rest;
    long size = Math.abs(rest);
    if (!nearest || size < step.nanos - size) {
      return new GoDuration(down);
    }
    long up = nanos < 0 ? down - step.nanos : down + step.nanos;
    boolean over = nanos < 0 ? up > nanos : up < nanos;
    return new GoDuration(over ? (nanos < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : up);
  }

  private static Function method(String name, Object value) {
    return Function.of(name, (_, _) -> value);
  }

  @Override
  public String text() {
    if (nanos == 0) {
      return "0s";
    }
    String sign = nanos < 0 ? "-" : "";
    long size = nanos < 0 ? -nanos : nanos;
    if (Long.compareUnsigned(size, SECOND) < 0) {
      return sign + small(size);
    }
    long seconds = Long.divideUnsigned(size, SECOND);
    String text = withFraction(seconds % 60, size - seconds * SECOND, 9) + "s";
    long minutes = seconds / 60;
    if (minutes > 0) {
      text = minutes % 60 + "m" + text;
    }
    if (minutes >= 60) {
      text = minutes / 60 + "h" + text;
    }
    return sign + text;
  }

  private static String small(long size) {
    if (size < 1_000) {
      return size + "ns";
    }
    return size < 1_000_000
        ? withFraction(size / 1_000, size % 1_000, 3) + "µs"
        : withFraction(size / 1_000_000, size % 1_000_000, 6) + "ms";
  }

  private static String withFraction(long whole, long fraction, int digits) {
    if (fraction == 0) {
      return Long.toString(whole);
    }
    String text = Long.toString(fraction);
    text = "0".repeat(digits - text.length()) + text;
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + text.substring(0, end);
  }
}
