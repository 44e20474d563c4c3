package dev.levada.core.gotemplate.format;

import dev.levada.core.gotemplate.value.GoStrings;
import java.util.Locale;

/// Go's quoted strings and characters.
public final class Quotes {

  private static final String HEX = "0123456789abcdef";

  private Quotes() {}

  /// A string in double quotes, with escapes for what cannot be printed.
  public static String quote(String text) {
    return quote(text, '"', false);
  }

  /// A string in double quotes, all of it ASCII.
  public static String quoteAscii(String text) {
    return quote(text, '"', true);
  }

  /// A character in single quotes.
  public static String quoteRune(int point, boolean ascii) {
    int valid =
        point > Character.MAX_CODE_POINT || isSurrogate(point) || point < 0 ? 0xFFFD : point;
    var out = new StringBuilder("'");
    rune(out, valid, '\'', ascii);
    return out.append('\'').toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= 0xD800 && point <= 0xDFFF;
  }

  private static String quote(String text, char mark, boolean ascii) {
    var out = new StringBuilder(text.length() + 2).append(mark);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (GoStrings.isStray(point)) {
        hex(out.append("\\x"), point & 0xff, 2);
      } else {
        rune(out, point, mark, ascii);
      }
      i += Character.charCount(point);
    }
    return out.append(mark).toString();
  }

  private static void rune(StringBuilder out, int point, char mark, boolean ascii) {
    if (point == mark || point == '\\') {
      out.append('\\').append((char) point);
    } else if (point < 0x80 ? point >= ' ' && point != 0x7f : !ascii && isPrint(point)) {
      out.appendCodePoint(point);
    } else {
      escape(out, point);
    }
  }

  private static void escape(StringBuilder out, int point) {
    int letter = "\u0007\b\f\n\r\t\u000b".indexOf(point);
    if (letter >= 0) {
      out.append('\\').append("abfnrtv".charAt(letter));
    } else if (point < ' ' || point == 0x7f) {
      hex(out.append("\\x"), point, 2);
    } else if (point < 0x10000) {
      hex(out.append("\\u"), point, 4);
    } else {
      hex(out.append("\\U"), point, 8);
    }
  }

  private static void hex(StringBuilder out, int value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX.charAt(value >> shift & 0xf));
    }
  }

  /// Whether Go counts a character as printable: letters, marks, numbers, punctuation, symbols and
  /// the ASCII space.
  public static boolean isPrint(int point) {
    if (point < 0x80) {
      return point >= ' ' && point != 0x7f;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /// Whether a string can stand in back quotes.
  static boolean canBackquote(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '`' || c == 0x7f || (c < ' ' && c != '\t') || c == 0xFEFF) {
        return false;
      }
    }
    return !GoStrings.hasStray(text);
  }

  /// A character as Go's `%#U` writes it: `U+0078 'x'`.
  public static String unicode(int point) {
    String hex = Integer.toHexString(point).toUpperCase(Locale.ROOT);
    String code = "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    return isPrint(point) ? code + " '" + Character.toString(point) + "'" : code;
  }
}
