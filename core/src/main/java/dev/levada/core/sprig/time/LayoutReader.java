package dev.levada.core.sprig.time;

import dev.levada.core.sprig.time.Layouts.InvalidTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// Reads a text by a layout.
final class LayoutReader {

  private final String layout;
  private final String text;
  private int at;
  private int year;
  private int month = -1;
  private int day = -1;
  private int yearDay = -1;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private boolean afternoon;
  private boolean forenoon;
  private Optional<Integer> offset = Optional.empty();
  private String zone = "";

  LayoutReader(String layout, String text) {
    this.layout = layout;
    this.text = text;
  }

  GoTime read() throws InvalidTime {
    List<LayoutElement> elements = LayoutElement.of(layout);
    for (int i = 0; i < elements.size(); i++) {
      LayoutElement element = elements.get(i);
      if (element.literal()) {
        literal(element.text());
      } else if (element.isFraction()) {
        fraction(element);
      } else if (element.isOffset()) {
        offset(element);
      } else {
        date(element);
        boolean second = element.text().equals("05") || element.text().equals("5");
        boolean given = i + 1 < elements.size() && elements.get(i + 1).isFraction();
        if (second && !given) {
          freeFraction();
        }
      }
    }
    if (at < text.length()) {
      throw message(": extra text: " + TimeQuotes.quote(text.substring(at)));
    }
    return time();
  }

  private InvalidTime message(String what) {
    return new InvalidTime("parsing time " + TimeQuotes.quote(text) + what);
  }

  private InvalidTime mismatch(String element) {
    return message(
        " as "
            + TimeQuotes.quote(layout)
            + ": cannot parse "
            + TimeQuotes.quote(text.substring(Math.min(at, text.length())))
            + " as "
            + TimeQuotes.quote(element));
  }

  private InvalidTime outOfRange(String part) {
    return message(": " + part + " out of range");
  }

  private void literal(String expected) throws InvalidTime {
    for (int i = 0; i < expected.length(); i++) {
      char c = expected.charAt(i);
      if (c == ' ') {
        spaces(expected.substring(i));
        while (i + 1 < expected.length() && expected.charAt(i + 1) == ' ') {
          i++;
        }
      } else if (at < text.length() && text.charAt(at) == c) {
        at++;
      } else {
        throw mismatch(expected.substring(i));
      }
    }
  }

  // One space of the layout stands for any number of them.
  private void spaces(String expected) throws InvalidTime {
    if (at < text.length() && text.charAt(at) != ' ') {
      throw mismatch(expected);
    }
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void date(LayoutElement element) throws InvalidTime {
    String name = element.text();
    switch (name) {
      case "2006" -> year = digits(4, 4, name);
      case "06" -> {
        int two = digits(2, 2, name);
        year = two >= 69 ? 1900 + two : 2000 + two;
      }
      case "01", "1" -> month = inRange(digits(name.length(), 2, name), 1, 12, "month");
      case "Jan" -> month = 1 + named(Names.MONTHS, 3, name);
      case "January" -> month = 1 + named(Names.MONTHS, 9, name);
      case "Mon" -> named(Names.DAYS, 3, name);
      case "Monday" -> named(Names.DAYS, 9, name);
      default -> day(name);
    }
  }

  private void day(String name) throws InvalidTime {
    switch (name) {
      case "02" -> day = digits(2, 2, name);
      case "2", "_2" -> {
        skipSpace(name);
        day = digits(1, 2, name);
      }
      case "002", "__2" -> {
        skipSpace(name);
        yearDay = digits(name.equals("002") ? 3 : 1, 3, name);
      }
      case "15" -> hour = inRange(digits(1, 2, name), 0, 23, "hour");
      case "03", "3" -> hour = inRange(digits(name.length(), 2, name), 0, 12, "hour");
      default -> clock(name);
    }
  }

  private void skipSpace(String name) {
    while (name.startsWith("_") && at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void clock(String name) throws InvalidTime {
    switch (name) {
      case "04", "4" -> minute = inRange(digits(name.length(), 2, name), 0, 59, "minute");
      case "05", "5" -> second = inRange(digits(name.length(), 2, name), 0, 59, "second");
      case "PM", "pm" -> {
        String given = text.substring(at, Math.min(at + 2, text.length()));
        boolean upper = name.equals("PM");
        afternoon = given.equals(upper ? "PM" : "pm");
        forenoon = given.equals(upper ? "AM" : "am");
        if (!afternoon && !forenoon) {
          throw mismatch(name);
        }
        at += 2;
      }
      default -> zone(name);
    }
  }

  private void zone(String name) throws InvalidTime {
    if (text.startsWith("UTC", at)) {
      zone = "UTC";
      offset = Optional.of(0);
      at += 3;
      return;
    }
    int end = at;
    while (end < text.length() && end - at < 5 && Character.isUpperCase(text.charAt(end))) {
      end++;
    }
    if (end - at < 3) {
      throw mismatch(name);
    }
    zone = text.substring(at, end);
    at = end;
  }

  private int digits(int least, int most, String element) throws InvalidTime {
    int end = at;
    while (end < text.length() && end - at < most && isDigit(text.charAt(end))) {
      end++;
    }
    if (end - at < least) {
      throw mismatch(element);
    }
    int value = Integer.parseInt(text.substring(at, end));
    at = end;
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int inRange(int value, int least, int most, String part) throws InvalidTime {
    if (value < least || value > most) {
      throw outOfRange(part);
    }
    return value;
  }

  private int named(List<String> names, int letters, String element) throws InvalidTime {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String wanted = name.substring(0, Math.min(letters, name.length()));
      if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
        at += wanted.length();
        return i;
      }
    }
    throw mismatch(element);
  }

  private void fraction(LayoutElement element) throws InvalidTime {
    boolean optional = element.text().charAt(1) == '9';
    boolean present = at < text.length() && ".,".indexOf(text.charAt(at)) >= 0;
    int end = fractionEnd();
    if (optional) {
      if (present && end > at + 1) {
        takeFraction(end);
      }
      return;
    }
    if (!present || end - at != element.text().length()) {
      throw mismatch(element.text());
    }
    takeFraction(end);
  }

  private void freeFraction() {
    if (at < text.length() && ".,".indexOf(text.charAt(at)) >= 0 && fractionEnd() > at + 1) {
      takeFraction(fractionEnd());
    }
  }

  private int fractionEnd() {
    int end = at + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void takeFraction(int end) {
    String digits = (text.substring(at + 1, end) + "000000000").substring(0, 9);
    nanos = Integer.parseInt(digits);
    at = end;
  }

  private void offset(LayoutElement element) throws InvalidTime {
    String shape = element.text();
    if (shape.startsWith("Z") && text.startsWith("Z", at)) {
      at++;
      offset = Optional.of(0);
      zone = "UTC";
      return;
    }
    String given = text.substring(at, Math.min(at + shape.length(), text.length()));
    String pattern = shape.substring(1).replaceAll("[0-9]", "[0-9]");
    if (!given.matches("[+-]" + pattern)) {
      throw mismatch(shape);
    }
    String numbers = given.substring(1).replace(":", "");
    int seconds = Integer.parseInt(numbers.substring(0, 2)) * 3600;
    seconds += numbers.length() > 2 ? Integer.parseInt(numbers.substring(2, 4)) * 60 : 0;
    seconds += numbers.length() > 4 ? Integer.parseInt(numbers.substring(4, 6)) : 0;
    offset = Optional.of(given.startsWith("-") ? -seconds : seconds);
    at += shape.length();
  }

  private GoTime time() throws InvalidTime {
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (forenoon && hour == 12) {
      hour = 0;
    }
    LocalDateTime local = date().atTime(hour, minute, second, nanos);
    ZonedDateTime when = local.atZone(ZoneOffset.ofTotalSeconds(offset.orElse(0)));
    if (!zone.isEmpty()) {
      return new GoTime(when, zone);
    }
    return offset.orElse(0) == 0 ? GoTime.of(when).local() : GoTime.of(when);
  }

  private LocalDate date() throws InvalidTime {
    if (yearDay >= 0) {
      if (yearDay < 1 || yearDay > Year.of(year).length()) {
        throw message(": day-of-year out of range");
      }
      return LocalDate.ofYearDay(year, yearDay);
    }
    var given = YearMonth.of(year, month < 0 ? 1 : month);
    int shownDay = day < 0 ? 1 : day;
    if (shownDay < 1 || shownDay > given.lengthOfMonth()) {
      throw outOfRange("day");
    }
    return given.atDay(shownDay);
  }
}
