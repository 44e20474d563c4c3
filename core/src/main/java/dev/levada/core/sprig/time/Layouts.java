package dev.levada.core.sprig.time;

import dev.levada.core.gotemplate.function.GoError;
import java.time.ZonedDateTime;

/// Times by Go's layouts.
public final class Layouts {

  private Layouts() {}

  /// A text is no time of a layout, or no duration; the message is Go's.
  public static final class InvalidTime extends GoError {

    InvalidTime(String message) {
      super(message);
    }
  }

  /// The time that a text of a layout says.
  ///
  /// @throws InvalidTime where the text does not fit
  public static GoTime parse(String layout, String text) throws InvalidTime {
    return new LayoutReader(layout, text).read();
  }

  /// A time in a layout.
  public static String format(String layout, GoTime time) {
    var out = new StringBuilder(layout.length() + 8);
    for (LayoutElement element : LayoutElement.of(layout)) {
      if (element.literal()) {
        out.append(element.text());
      } else if (element.isFraction()) {
        fraction(out, element.text(), time.at().getNano());
      } else if (element.isOffset()) {
        out.append(offset(element.text(), time.at().getOffset().getTotalSeconds()));
      } else {
        date(out, element.text(), time);
      }
    }
    return out.toString();
  }

  private static void date(StringBuilder out, String element, GoTime time) {
    ZonedDateTime at = time.at();
    switch (element) {
      case "2006" -> year(out, at.getYear());
      case "06" -> padded(out, Math.floorMod(at.getYear(), 100), 2, '0');
      case "01" -> padded(out, at.getMonthValue(), 2, '0');
      case "1" -> out.append(at.getMonthValue());
      case "Jan" -> out.append(Names.MONTHS.get(at.getMonthValue() - 1), 0, 3);
      case "January" -> out.append(Names.MONTHS.get(at.getMonthValue() - 1));
      case "MST" -> out.append(time.zone());
      default -> day(out, element, at);
    }
  }

  private static void day(StringBuilder out, String element, ZonedDateTime at) {
    switch (element) {
      case "02" -> padded(out, at.getDayOfMonth(), 2, '0');
      case "2" -> out.append(at.getDayOfMonth());
      case "_2" -> padded(out, at.getDayOfMonth(), 2, ' ');
      case "002" -> padded(out, at.getDayOfYear(), 3, '0');
      case "__2" -> padded(out, at.getDayOfYear(), 3, ' ');
      case "Mon" -> out.append(Names.DAYS.get(at.getDayOfWeek().getValue() % 7), 0, 3);
      case "Monday" -> out.append(Names.DAYS.get(at.getDayOfWeek().getValue() % 7));
      default -> clock(out, element, at);
    }
  }

  private static void clock(StringBuilder out, String element, ZonedDateTime at) {
    int twelve = at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
    switch (element) {
      case "15" -> padded(out, at.getHour(), 2, '0');
      case "03" -> padded(out, twelve, 2, '0');
      case "3" -> out.append(twelve);
      case "PM" -> out.append(at.getHour() >= 12 ? "PM" : "AM");
      case "pm" -> out.append(at.getHour() >= 12 ? "pm" : "am");
      default -> minutes(out, element, at);
    }
  }

  private static void minutes(StringBuilder out, String element, ZonedDateTime at) {
    switch (element) {
      case "04" -> padded(out, at.getMinute(), 2, '0');
      case "4" -> out.append(at.getMinute());
      case "05" -> padded(out, at.getSecond(), 2, '0');
      default -> out.append(at.getSecond());
    }
  }

  private static void year(StringBuilder out, int year) {
    if (year < 0) {
      out.append('-');
    }
    padded(out, Math.abs(year), 4, '0');
  }

  private static void padded(StringBuilder out, int number, int width, char pad) {
    String text = Integer.toString(number);
    out.repeat(pad, Math.max(0, width - text.length())).append(text);
  }

  private static void fraction(StringBuilder out, String element, int nanos) {
    String digits = String.format(java.util.Locale.ROOT, "%09d", nanos);
    int count = Math.min(element.length() - 1, 9);
    String shown = digits.substring(0, count);
    if (element.charAt(1) == '9') {
      int end = shown.length();
      while (end > 0 && shown.charAt(end - 1) == '0') {
        end--;
      }
      if (end == 0) {
        return;
      }
      shown = shown.substring(0, end);
    }
    out.append(element.charAt(0)).append(shown);
  }

  /// An offset from UTC by its element: `-0700`, `Z07:00` and the like.
  static String offset(String element, int seconds) {
    if (element.startsWith("Z") && seconds == 0) {
      return "Z";
    }
    int size = Math.abs(seconds);
    String colon = element.indexOf(':') >= 0 ? ":" : "";
    var out = new StringBuilder(seconds < 0 ? "-" : "+");
    padded(out, size / 3600, 2, '0');
    if (element.length() > 3) {
      padded(out.append(colon), size / 60 % 60, 2, '0');
    }
    if (element.length() > 6) {
      padded(out.append(colon), size % 60, 2, '0');
    }
    return out.toString();
  }
}
