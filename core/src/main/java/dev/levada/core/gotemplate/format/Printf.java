package dev.levada.core.gotemplate.format;

import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Types;

/// Go's printf: all verbs and flags on all values, wrong ones answered as Go answers them.
public final class Printf {

  private static final int LARGEST = 1_000_000;

  private final String format;
  private final Object[] arguments;
  private final StringBuilder out = new StringBuilder();
  private final Flags flags = new Flags();
  private final ValueFormat values = new ValueFormat(out, flags);
  private int at;
  private int argument;
  private boolean reordered;
  private boolean goodIndex;
  private boolean afterIndex;

  private Printf(String format, Object[] arguments) {
    this.format = format;
    this.arguments = arguments;
  }

  /// The text of a format and its arguments.
  public static String format(String format, Object... arguments) {
    return new Printf(format, arguments).run();
  }

  private String run() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      directive();
    }
    if (!reordered && argument < arguments.length) {
      extra();
    }
    return out.toString();
  }

  private void directive() {
    flags.clear();
    goodIndex = true;
    afterIndex = false;
    while (at < format.length() && flags.take(format.charAt(at))) {
      at++;
    }
    index();
    width();
    precision();
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(at);
    at += Character.charCount(verb);
    verb(GoStrings.isStray(verb) ? 0xFFFD : verb);
  }

  private void verb(int verb) {
    if (verb == '%') {
      out.append('%');
    } else if (!goodIndex) {
      out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
    } else if (argument >= arguments.length) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      flags.forVerb((char) verb);
      values.write(arguments[argument++], verb);
    }
  }

  private void width() {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Integer given = starred();
      flags.hasWidth = given != null;
      if (given == null) {
        out.append("%!(BADWIDTH)");
      } else if (given < 0) {
        flags.width = -given;
        flags.minus = true;
        flags.zero = false;
      } else {
        flags.width = given;
      }
      afterIndex = false;
      return;
    }
    int start = at;
    int number = number();
    flags.hasWidth = at > start && number >= 0;
    flags.width = Math.max(number, 0);
    if (afterIndex && flags.hasWidth) {
      goodIndex = false;
    }
  }

  private void precision() {
    if (at >= format.length() || format.charAt(at) != '.') {
      return;
    }
    at++;
    if (afterIndex) {
      goodIndex = false;
    }
    index();
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Integer given = starred();
      flags.hasPrecision = given != null && given >= 0;
      flags.precision = given != null && given >= 0 ? given : 0;
      if (!flags.hasPrecision) {
        out.append("%!(BADPREC)");
      }
      afterIndex = false;
      return;
    }
    flags.precision = Math.max(number(), 0);
    flags.hasPrecision = true;
  }

  private @org.jspecify.annotations.Nullable Integer starred() {
    if (argument >= arguments.length) {
      return null;
    }
    Object value = arguments[argument++];
    long number;
    switch (value) {
      case Long plain -> number = plain;
      case Int64 wide -> number = wide.value();
      case Unsigned unsigned -> number = unsigned.value();
      default -> {
        return null;
      }
    }
    return Math.abs(number) > LARGEST ? null : (Integer) (int) number;
  }

  private int number() {
    int number = 0;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      if (number > LARGEST) {
        return -1;
      }
      number = number * 10 + format.charAt(at) - '0';
      at++;
    }
    return number;
  }

  private void index() {
    if (at >= format.length() || format.charAt(at) != '[') {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at);
    if (close < 0) {
      goodIndex = false;
      at++;
      return;
    }
    var wanted = Numbers.parseDecimal(format.substring(at + 1, close));
    at = close + 1;
    if (wanted.isPresent() && wanted.getAsLong() >= 1 && wanted.getAsLong() <= arguments.length) {
      argument = (int) wanted.getAsLong() - 1;
      afterIndex = true;
    } else {
      goodIndex = false;
      afterIndex = wanted.isPresent();
    }
  }

  private void extra() {
    flags.clear();
    out.append("%!(EXTRA ");
    for (int i = argument; i < arguments.length; i++) {
      if (i > argument) {
        out.append(", ");
      }
      Object value = arguments[i];
      out.append(Types.name(value));
      if (Types.kind(value) != dev.levada.core.gotemplate.value.Kind.INVALID) {
        out.append('=');
        values.write(value, 'v');
      }
    }
    out.append(')');
  }
}
