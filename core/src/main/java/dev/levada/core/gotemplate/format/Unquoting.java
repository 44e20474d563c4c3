package dev.levada.core.gotemplate.format;

import dev.levada.core.gotemplate.value.GoStrings;
import java.io.ByteArrayOutputStream;

/// Reads Go's quoted strings and characters.
public final class Unquoting {

  /// What Go says of a text that is no valid literal.
  public static final String INVALID_SYNTAX = "invalid syntax";

  private final String text;
  private final char mark;
  private int at;

  private Unquoting(String text, char mark) {
    this.text = text;
    this.mark = mark;
    this.at = 1;
  }

  /// A text is no valid quoted string or character.
  public static final class InvalidSyntax extends Exception {
    private InvalidSyntax() {
      super(INVALID_SYNTAX, null, false, false);
    }
  }

  /// The string that a literal in double or back quotes means.
  ///
  /// @throws InvalidSyntax where an escape is wrong or the quotes are not closed
  public static String string(String literal) throws InvalidSyntax {
    if (literal.startsWith("`")) {
      return literal.substring(1, literal.length() - 1).replace("\r", "");
    }
    var reading = new Unquoting(literal, '"');
    var bytes = new ByteArrayOutputStream(literal.length());
    while (reading.at < literal.length() - 1) {
      reading.next(bytes);
    }
    if (reading.at != literal.length() - 1 || literal.charAt(reading.at) != '"') {
      throw new InvalidSyntax();
    }
    return GoStrings.of(bytes.toByteArray());
  }

  /// The code point that a literal in single quotes means; negative where it is more than one.
  ///
  /// @throws InvalidSyntax where it is no character
  public static int rune(String literal) throws InvalidSyntax {
    var reading = new Unquoting(literal, '\'');
    int point = reading.point();
    return reading.at == literal.length() - 1 ? point : -1;
  }

  private void next(ByteArrayOutputStream bytes) throws InvalidSyntax {
    int start = at;
    int point = point();
    boolean isByte =
        text.charAt(start) == '\\' && at - start == 4 && "uU".indexOf(text.charAt(start + 1)) < 0;
    if (isByte) {
      bytes.write(point);
    } else {
      byte[] encoded = GoStrings.bytes(Character.toString(point));
      bytes.write(encoded, 0, encoded.length);
    }
  }

  private int point() throws InvalidSyntax {
    if (at >= text.length()) {
      throw new InvalidSyntax();
    }
    int point = text.codePointAt(at);
    at += Character.charCount(point);
    if (point == mark) {
      throw new InvalidSyntax();
    }
    return point == '\\' ? escaped() : point;
  }

  private int escaped() throws InvalidSyntax {
    if (at >= text.length()) {
      throw new InvalidSyntax();
    }
    char c = text.charAt(at++);
    int simple = "abfnrtv\\".indexOf(c);
    if (simple >= 0) {
      return "\u0007\b\f\n\r\t\u000b\\".charAt(simple);
    }
    return switch (c) {
      case 'x' -> number(2, 16);
      case 'u' -> valid(number(4, 16));
      case 'U' -> valid(number(8, 16));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
      default -> mark(c);
    };
  }

  private int mark(char c) throws InvalidSyntax {
    if (c != mark) {
      throw new InvalidSyntax();
    }
    return c;
  }

  private int octal() throws InvalidSyntax {
    at--;
    int value = number(3, 8);
    if (value > 0xff) {
      throw new InvalidSyntax();
    }
    return value;
  }

  private int number(int digits, int radix) throws InvalidSyntax {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at++), radix) : -1;
      if (digit < 0 || text.charAt(at - 1) > 'f') {
        throw new InvalidSyntax();
      }
      value = value * radix + digit;
    }
    return value > Integer.MAX_VALUE ? -1 : (int) value;
  }

  private static int valid(int point) throws InvalidSyntax {
    if (!Character.isValidCodePoint(point) || (point >= 0xD800 && point <= 0xDFFF)) {
      throw new InvalidSyntax();
    }
    return point;
  }
}
