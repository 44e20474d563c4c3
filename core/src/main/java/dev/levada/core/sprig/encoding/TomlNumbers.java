package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.format.Numbers;
import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.sprig.time.GoTime;
import dev.levada.core.sprig.time.Layouts;
import java.util.regex.Pattern;

/// Values of TOML that are one word: booleans, numbers, dates.
final class TomlNumbers {

  private static final Pattern INTEGER =
      Pattern.compile(
          "[+-]?(?:0|[1-9](?:_?[0-9])*)|0x[0-9a-fA-F](?:_?[0-9a-fA-F])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ])?[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?");

  private static final Pattern LEADING_ZERO = Pattern.compile("[+-]?0[0-9]+");

  private TomlNumbers() {}

  static boolean isDate(String word) {
    return DATE.matcher(word).matches();
  }

  static Object read(String word, TomlScanner in) throws EncodingFailed {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "+nan", "-nan" -> Double.NaN;
      default -> number(word, in);
    };
  }

  private static Object number(String word, TomlScanner in) throws EncodingFailed {
    if (INTEGER.matcher(word).matches()) {
      var value = Numbers.parseInt(word);
      if (value.isEmpty()) {
        throw in.failure(word + " is out of range for int64");
      }
      return Int64.of(value.getAsLong());
    }
    if (FLOAT.matcher(word).matches()) {
      return Numbers.parseFloat(word.replace("_", "")).orElse(Double.POSITIVE_INFINITY);
    }
    if (isDate(word) || TIME.matcher(word).matches()) {
      return time(word, in);
    }
    if (LEADING_ZERO.matcher(word).matches()) {
      throw in.failure("Invalid integer " + Quotes.quote(word) + ": cannot have leading zeroes");
    }
    throw in.failure("expected value but found " + Quotes.quote(word) + " instead");
  }

  private static String local(String layout) {
    return switch (layout) {
      case "2006-01-02" -> "date-local";
      case "15:04:05" -> "time-local";
      default -> "datetime-local";
    };
  }

  private static GoTime time(String word, TomlScanner in) throws EncodingFailed {
    String upper = word.toUpperCase(java.util.Locale.ROOT).replace(' ', 'T');
    boolean zoned = upper.endsWith("Z") || upper.matches(".*[+-][0-9]{2}:[0-9]{2}");
    String layout =
        isDate(word)
            ? "2006-01-02"
            : upper.indexOf('T') < 0
                ? "15:04:05"
                : zoned ? "2006-01-02T15:04:05Z07:00" : "2006-01-02T15:04:05";
    try {
      GoTime time = Layouts.parse(layout, upper);
      return zoned ? time : new GoTime(time.at(), local(layout));
    } catch (Layouts.InvalidTime e) {
      throw in.failure(e.text());
    }
  }
}
