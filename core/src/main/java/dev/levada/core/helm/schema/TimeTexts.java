package dev.levada.core.helm.schema;

import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.sprig.time.Layouts;
import dev.levada.core.sprig.time.Layouts.InvalidTime;
import java.nio.charset.StandardCharsets;

/// What Helm's library says of texts that are no dates or times. It counts in bytes.
final class TimeTexts {

  private static final int SHORTEST_TIME = 9;
  private static final int SHORTEST = 20;
  private static final int DATE = 10;
  private static final int CLOCK = 8;
  private static final int OFFSET = 6;
  private static final int DAY = 24 * 60;

  private TimeTexts() {}

  static String date(String text) {
    try {
      Layouts.parse("2006-01-02", text);
      return "";
    } catch (InvalidTime e) {
      return e.text();
    }
  }

  static String dateTime(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST) {
      return "less than " + SHORTEST + " characters long";
    }
    if (bytes[DATE] != 't' && bytes[DATE] != 'T') {
      return "11th character must be t or T";
    }
    String date = date(GoStrings.of(bytes, 0, DATE));
    if (!date.isEmpty()) {
      return "invalid date element: " + date;
    }
    String time = timeOfBytes(asBytes(text).substring(DATE + 1));
    return time.isEmpty() ? "" : "invalid time element: " + time;
  }

  static String time(String text) {
    return timeOfBytes(asBytes(text));
  }

  /// One character for each byte.
  private static String asBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String timeOfBytes(String text) {
    if (text.length() < SHORTEST_TIME) {
      return "less than " + SHORTEST_TIME + " characters long";
    }
    if (text.charAt(2) != ':' || text.charAt(5) != ':') {
      return "missing colon in correct place";
    }
    var clock = new Numbers("hour/min/sec");
    int hour = clock.read(text.substring(0, 2));
    int minute = clock.read(text.substring(3, 5));
    int second = clock.read(text.substring(6, CLOCK));
    String problem = clock.problem(hour > 23 || minute > 59 || second > 60);
    if (!problem.isEmpty()) {
      return problem;
    }
    int end = fraction(text);
    return end == CLOCK + 1
        ? "no digits in second fraction"
        : offset(text.substring(end), hour * 60 + minute, second == 60);
  }

  /// Where the fraction of a second ends, with its point.
  private static int fraction(String text) {
    int end = CLOCK;
    if (text.charAt(end) == '.') {
      end++;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
    }
    return end;
  }

  /// @param minutes those of the day
  /// @param isLeap whether the second is one that only the last minute of a day can have
  private static String offset(String text, int minutes, boolean isLeap) {
    if (text.equals("Z") || text.equals("z")) {
      return leap(minutes, isLeap);
    }
    if (text.length() != OFFSET) {
      return "offset must be " + OFFSET + " characters long";
    }
    if (text.charAt(0) != '+' && text.charAt(0) != '-') {
      return "offset must begin with plus/minus";
    }
    if (text.charAt(3) != ':') {
      return "missing colon in offset in correct place";
    }
    var numbers = new Numbers("hour/min in offset");
    int hour = numbers.read(text.substring(1, 3));
    int minute = numbers.read(text.substring(4));
    String problem = numbers.problem(hour > 23 || minute > 59);
    if (!problem.isEmpty()) {
      return problem;
    }
    int sign = text.charAt(0) == '+' ? -1 : 1;
    return leap(minutes + sign * (hour * 60 + minute), isLeap);
  }

  private static String leap(int minutes, boolean isLeap) {
    return isLeap && Math.floorMod(minutes, DAY) != DAY - 1 ? "invalid leap second" : "";
  }

  /// Two characters each, which may have a sign.
  private static final class Numbers {

    private final String name;
    private boolean broken;
    private boolean negative;

    Numbers(String name) {
      this.name = name;
    }

    int read(String text) {
      broken |= !text.matches("[+-]?[0-9]+");
      int value = broken ? 0 : Integer.parseInt(text);
      negative |= value < 0;
      return value;
    }

    String problem(boolean isBeyond) {
      if (broken) {
        return "invalid " + name;
      }
      if (negative) {
        return "non-positive " + name;
      }
      return isBeyond ? name + " out of range" : "";
    }
  }
}
