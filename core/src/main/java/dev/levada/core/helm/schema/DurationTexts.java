package dev.levada.core.helm.schema;

/// What Helm's library says of texts that are no durations, or no periods of time.
final class DurationTexts {

  private static final String DATE_UNITS = "YMD";
  private static final String TIME_UNITS = "HMS";

  private DurationTexts() {}

  static String duration(String text) {
    if (!text.startsWith("P")) {
      return "must start with P";
    }
    String rest = text.substring(1);
    if (rest.isEmpty()) {
      return "nothing after P";
    }
    if (rest.endsWith("W")) {
      String weeks = rest.substring(0, rest.length() - 1);
      if (weeks.isEmpty()) {
        return "no number in week";
      }
      return isNumber(weeks) ? "" : "invalid week";
    }
    int mark = rest.indexOf('T');
    if (mark < 0) {
      return parts(rest, DATE_UNITS);
    }
    String problem = parts(rest.substring(0, mark), DATE_UNITS);
    return problem.isEmpty() ? time(rest.substring(mark + 1)) : problem;
  }

  private static String time(String text) {
    if (text.isEmpty() || text.startsWith("T")) {
      return "no time elements";
    }
    int mark = text.indexOf('T');
    if (mark < 0) {
      return parts(text, TIME_UNITS);
    }
    String problem = parts(text.substring(0, mark), TIME_UNITS);
    String after = text.substring(mark + 1);
    if (!problem.isEmpty()) {
      return problem;
    }
    return after.isEmpty() || after.startsWith("T") ? "no time elements" : "more than one T";
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(DurationTexts::isDigit);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static String parts(String text, String units) {
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      int digits = at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      if (at == digits) {
        return "missing number";
      }
      if (at == text.length()) {
        return "missing unit";
      }
      int unit = units.indexOf(text.charAt(at), from);
      if (unit < 0) {
        return misplaced(text.charAt(at), units);
      }
      from = unit + 1;
      at++;
    }
    return "";
  }

  /// The library looks at bytes: of a letter beyond ASCII it names the first.
  private static String misplaced(char c, String units) {
    String shown = KeywordText.letter(firstByte(c));
    return units.indexOf(c) < 0 ? "invalid unit " + shown : "unit " + shown + " out of order";
  }

  private static int firstByte(char c) {
    return String.valueOf(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)[0] & 0xff;
  }

  static String period(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return "missing slash";
    }
    String start = text.substring(0, slash);
    String end = text.substring(slash + 1);
    if (start.startsWith("P")) {
      String problem = KeywordText.within("start duration", duration(start));
      return problem.isEmpty()
          ? KeywordText.within("end date-time", TimeTexts.dateTime(end))
          : problem;
    }
    String problem = KeywordText.within("start date-time", TimeTexts.dateTime(start));
    if (!problem.isEmpty()) {
      return problem;
    }
    return end.startsWith("P")
        ? KeywordText.within("end duration", duration(end))
        : KeywordText.within("end date-time", TimeTexts.dateTime(end));
  }
}
