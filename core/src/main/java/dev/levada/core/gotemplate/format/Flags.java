package dev.levada.core.gotemplate.format;

import dev.levada.core.gotemplate.value.GoStrings;

/// The flags, width and precision of one directive, and the padding they ask for.
final class Flags {

  boolean plus;
  boolean minus;
  boolean sharp;
  boolean space;
  boolean zero;
  boolean goSyntax;
  boolean named;
  int width;
  boolean hasWidth;
  int precision;
  boolean hasPrecision;

  void clear() {
    plus = false;
    minus = false;
    sharp = false;
    space = false;
    zero = false;
    goSyntax = false;
    named = false;
    width = 0;
    hasWidth = false;
    precision = 0;
    hasPrecision = false;
  }

  /// Takes a flag; false where the character is none.
  boolean take(char c) {
    plus |= c == '+';
    minus |= c == '-';
    sharp |= c == '#';
    space |= c == ' ';
    zero |= c == '0';
    return "+-# 0".indexOf(c) >= 0;
  }

  /// What `%#v` and `%+v` mean is another thing than for other verbs.
  void forVerb(char verb) {
    if (verb != 'v') {
      return;
    }
    goSyntax = sharp;
    sharp = false;
    named = plus;
    plus = false;
  }

  void pad(StringBuilder out, String text) {
    pad(out, text, zero);
  }

  void pad(StringBuilder out, String text, boolean zeros) {
    int missing = hasWidth ? width - runes(text) : 0;
    if (missing <= 0) {
      out.append(text);
    } else if (minus) {
      out.append(text).repeat(' ', missing);
    } else {
      out.repeat(zeros ? '0' : ' ', missing).append(text);
    }
  }

  static int runes(String text) {
    return text.codePointCount(0, text.length());
  }

  String truncate(String text) {
    if (!hasPrecision || runes(text) <= precision) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, precision));
  }

  /// The hexadecimal digits of a string's bytes.
  void hex(StringBuilder out, String text, boolean upper) {
    byte[] bytes = GoStrings.bytes(text);
    int length = hasPrecision ? Math.min(precision, bytes.length) : bytes.length;
    var digits = new StringBuilder();
    String prefix = upper ? "0X" : "0x";
    for (int i = 0; i < length; i++) {
      if (space && i > 0) {
        digits.append(' ');
      }
      if (sharp && (space || i == 0)) {
        digits.append(prefix);
      }
      digits.append(digit(bytes[i] >> 4, upper)).append(digit(bytes[i], upper));
    }
    pad(out, digits.toString());
  }

  private static char digit(int value, boolean upper) {
    return (upper ? "0123456789ABCDEF" : "0123456789abcdef").charAt(value & 0xf);
  }
}
