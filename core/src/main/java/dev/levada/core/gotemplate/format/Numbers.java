package dev.levada.core.gotemplate.format;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Numbers as Go's strconv reads them.
public final class Numbers {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");
  private static final Pattern INFINITE = Pattern.compile("(?i)[+-]?inf(inity)?");
  private static final int MOST_DIGITS = 400;
  private static final int NO_RADIX = 1;

  private Numbers() {}

  /// An int64 with a base prefix and underscores, as Go source has them; empty where it is none or
  /// too large.
  public static OptionalLong parseInt(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    BigInteger value = magnitude(signed ? text.substring(1) : text);
    if (value == null) {
      return OptionalLong.empty();
    }
    BigInteger number = text.startsWith("-") ? value.negate() : value;
    return number.bitLength() > 63 ? OptionalLong.empty() : OptionalLong.of(number.longValue());
  }

  /// A uint64 with a base prefix and underscores; empty where it is none or too large.
  public static OptionalLong parseUnsigned(String text) {
    BigInteger value = magnitude(text);
    return value == null || value.bitLength() > 64
        ? OptionalLong.empty()
        : OptionalLong.of(value.longValue());
  }

  private static @org.jspecify.annotations.Nullable BigInteger magnitude(String text) {
    int radix = radix(text);
    int from = radix == 10 ? 0 : hasLetter(text) ? 2 : 1;
    if (radix == NO_RADIX || text.length() > MOST_DIGITS || !areDigits(text, from, radix)) {
      return null;
    }
    return new BigInteger(text.substring(from).replace("_", ""), radix);
  }

  private static boolean hasLetter(String text) {
    return text.length() > 1 && Character.isLetter(text.charAt(1));
  }

  private static int radix(String text) {
    if (text.length() < 2 || text.charAt(0) != '0') {
      return 10;
    }
    return switch (text.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      case 'o', 'O' -> 8;
      default -> Character.isLetter(text.charAt(1)) ? NO_RADIX : 8;
    };
  }

  // An underscore stands between digits, or between a prefix and a digit.
  private static boolean areDigits(String text, int from, int radix) {
    boolean afterDigit = from > 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        if (!afterDigit) {
          return false;
        }
        afterDigit = false;
      } else if (c < 0x80 && Character.digit(c, radix) >= 0) {
        afterDigit = true;
      } else {
        return false;
      }
    }
    return afterDigit && text.length() > from;
  }

  /// An int64 in decimal without prefix or underscores; empty where it is none or too large.
  public static OptionalLong parseDecimal(String text) {
    return parseRadix(text, 10);
  }

  /// An int64 in a base, without prefix or underscores; empty where it is none or too large.
  public static OptionalLong parseRadix(String text, int radix) {
    int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() > MOST_DIGITS
        || text.indexOf('_') >= 0
        || text.length() == from
        || !areDigits(text, from, radix)) {
      return OptionalLong.empty();
    }
    var number = new BigInteger(text, radix);
    return number.bitLength() > 63 ? OptionalLong.empty() : OptionalLong.of(number.longValue());
  }

  /// A float64 in Go's syntax without underscores; empty where it is none or too large.
  public static OptionalDouble parseFloat(String text) {
    if (DECIMAL.matcher(text).matches() || HEXADECIMAL.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
    if (INFINITE.matcher(text).matches()) {
      return OptionalDouble.of(
          text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return text.equalsIgnoreCase("nan") ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
  }
}
