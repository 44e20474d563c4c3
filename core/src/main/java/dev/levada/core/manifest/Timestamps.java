package dev.levada.core.manifest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Unquoted dates and times, and the full form they have in output.
final class Timestamps {

  private static final int LONGEST = 100;

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
              + "(?:[Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]+))?"
              + "(Z|[-+]([0-9]{2}):([0-9]{2}))"
              + "| ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]+))?)?");

  private Timestamps() {}

  /// Whether a text is a date or a time that exists.
  static boolean matches(String text) {
    return !full(text).isEmpty();
  }

  /// A date or time in full (`2024-1-31` becomes `2024-01-31T00:00:00Z`), or the empty string where
  /// the text is neither.
  static String full(String text) {
    if (text.length() < 8 || text.length() > LONGEST || !couldBe(text)) {
      return "";
    }
    Matcher parts = TIMESTAMP.matcher(text);
    if (!parts.matches()) {
      return "";
    }
    String day = day(parts);
    if (day.isEmpty()) {
      return "";
    }
    if (parts.group(4) != null) {
      return time(day, parts, 4, zone(parts));
    }
    return parts.group(11) != null ? time(day, parts, 11, "Z") : day + "T00:00:00Z";
  }

  /// A date or time as Go writes it in its own syntax.
  static String inGo(String text) {
    var time = OffsetDateTime.parse(full(text));
    String month = time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return "time.Date(%d, time.%s, %d, %d, %d, %d, %d, %s)"
        .formatted(
            time.getYear(),
            month,
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond(),
            time.getNano(),
            time.getOffset().getTotalSeconds() == 0 ? "time.UTC" : "time.Location(\"\")");
  }

  private static boolean couldBe(String text) {
    return text.charAt(4) == '-' && (text.charAt(6) == '-' || text.charAt(7) == '-');
  }

  private static String day(Matcher parts) {
    try {
      return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)).toString();
    } catch (DateTimeException noSuchDay) {
      return "";
    }
  }

  private static String time(String day, Matcher parts, int first, String zone) {
    int hour = number(parts, first);
    int minute = number(parts, first + 1);
    int second = number(parts, first + 2);
    if (zone.isEmpty() || hour > 23 || minute > 59 || second > 59) {
      return "";
    }
    return day
        + "T"
        + two(hour)
        + ":"
        + two(minute)
        + ":"
        + two(second)
        + fraction(parts.group(first + 3))
        + zone;
  }

  private static String fraction(@org.jspecify.annotations.Nullable String digits) {
    if (digits == null) {
      return "";
    }
    int end = Math.min(9, digits.length());
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? "" : "." + digits.substring(0, end);
  }

  private static String zone(Matcher parts) {
    String zone = parts.group(8);
    if (zone.equals("Z")) {
      return zone;
    }
    if (number(parts, 9) > 24 || number(parts, 10) > 60) {
      return "";
    }
    return zone.endsWith("00:00") ? "Z" : zone;
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
