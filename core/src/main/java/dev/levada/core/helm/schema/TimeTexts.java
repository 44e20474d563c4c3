package dev.levada.core.helm.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Helm's library says of texts that are no dates or times.
final class TimeTexts {

  private static final int SHORTEST_TIME = 9;
  private static final int SHORTEST = 20;
  private static final int DATE = 10;

  private static final Pattern DATE_PARTS = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern CLOCK =
      Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(\\.[0-9]*)?(.*)");
  private static final Pattern OFFSET = Pattern.compile("[+-]([0-9]{2}):([0-9]{2})");

  private TimeTexts() {}

  static String date(String text) {
    Matcher parts = DATE_PARTS.matcher(text);
    String parsing = "parsing time \"" + text + "\"";
    if (!parts.lookingAt()) {
      return parsing + unparsed(text);
    }
    int month = Integer.parseInt(parts.group(2));
    if (month < 1 || month > 12) {
      return parsing + ": month out of range";
    }
    int longest = java.time.YearMonth.of(Integer.parseInt(parts.group(1)), month).lengthOfMonth();
    int day = Integer.parseInt(parts.group(3));
    if (day < 1 || day > longest) {
      return parsing + ": day out of range";
    }
    return parts.end() < text.length()
        ? parsing + ": extra text: \"" + text.substring(parts.end()) + "\""
        : "";
  }

  /// Names the first part of the layout that does not fit.
  private static String unparsed(String text) {
    String rest = text;
    for (String part : new String[] {"2006", "-", "01", "-", "02"}) {
      String form = part.equals("-") ? "-" : "[0-9]{" + part.length() + "}";
      Matcher found = Pattern.compile(form).matcher(rest);
      if (!found.lookingAt()) {
        return " as \"2006-01-02\": cannot parse \"" + rest + "\" as \"" + part + "\"";
      }
      rest = rest.substring(found.end());
    }
    return "";
  }

  static String dateTime(String text) {
    if (text.length() < SHORTEST) {
      return "less than " + SHORTEST + " characters long";
    }
    if ("tT".indexOf(text.charAt(DATE)) < 0) {
      return "11th character must be t or T";
    }
    String date = date(text.substring(0, DATE));
    if (!date.isEmpty()) {
      return "invalid date element: " + date;
    }
    return "invalid time element: " + time(text.substring(DATE + 1));
  }

  static String time(String text) {
    if (text.length() < SHORTEST_TIME) {
      return "less than " + SHORTEST_TIME + " characters long";
    }
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      return "missing colon in correct place";
    }
    if (isBeyond(clock.group(1), 23)
        || isBeyond(clock.group(2), 59)
        || isBeyond(clock.group(3), 60)) {
      return "hour/min/sec out of range";
    }
    if (".".equals(clock.group(4))) {
      return "no digits in second fraction";
    }
    Matcher offset = OFFSET.matcher(clock.group(5));
    boolean beyond =
        offset.matches() && (isBeyond(offset.group(1), 23) || isBeyond(offset.group(2), 59));
    return beyond ? "hour/min in offset out of range" : "hour/min/sec out of range";
  }

  private static boolean isBeyond(String digits, int most) {
    return Integer.parseInt(digits) > most;
  }
}
