package dev.levada.core.gotemplate.format;

/// Integers by a verb and flags.
final class IntegerFormat {

  private final Flags flags;

  IntegerFormat(Flags flags) {
    this.flags = flags;
  }

  /// Writes an integer; false where the verb is not for integers.
  boolean write(StringBuilder out, long value, boolean signed, char verb) {
    boolean known = "vdboOxXcqU".indexOf(verb) >= 0;
    switch (verb) {
      case 'v' -> natural(out, value, signed);
      case 'd' -> number(out, value, signed, 10, verb);
      case 'b' -> number(out, value, signed, 2, verb);
      case 'o', 'O' -> number(out, value, signed, 8, verb);
      case 'x', 'X' -> number(out, value, signed, 16, verb);
      case 'c' -> flags.pad(out, Character.toString(valid(value)));
      case 'q' -> flags.pad(out, Quotes.quoteRune(valid(value), flags.plus));
      case 'U' -> unicode(out, value);
      default -> {}
    }
    return known;
  }

  private void natural(StringBuilder out, long value, boolean signed) {
    if (flags.goSyntax && !signed) {
      boolean sharp = flags.sharp;
      flags.sharp = true;
      number(out, value, false, 16, 'x');
      flags.sharp = sharp;
    } else {
      number(out, value, signed, 10, 'd');
    }
  }

  private static int valid(long value) {
    boolean isRune = value >= 0 && value <= Character.MAX_CODE_POINT;
    return isRune && (value < 0xD800 || value > 0xDFFF) ? (int) value : 0xFFFD;
  }

  private void unicode(StringBuilder out, long value) {
    int digits = flags.hasPrecision && flags.precision > 4 ? flags.precision : 4;
    String hex = Long.toHexString(value).toUpperCase(java.util.Locale.ROOT);
    String text = "U+" + "0".repeat(Math.max(0, digits - hex.length())) + hex;
    boolean isRune = value >= 0 && value <= Character.MAX_CODE_POINT;
    if (flags.sharp && isRune && Quotes.isPrint((int) value)) {
      text += " '" + Character.toString((int) value) + "'";
    }
    flags.pad(out, text, false);
  }

  private void number(StringBuilder out, long value, boolean signed, int base, char verb) {
    boolean negative = signed && value < 0;
    if (flags.hasPrecision && flags.precision == 0 && value == 0) {
      flags.pad(out, "", false);
      return;
    }
    String digits = Long.toUnsignedString(negative ? -value : value, base);
    if (verb == 'X') {
      digits = digits.toUpperCase(java.util.Locale.ROOT);
    }
    int wanted = wantedDigits(negative);
    String text =
        sign(negative) + prefix(verb, digits, wanted) + zeros(wanted - digits.length()) + digits;
    flags.pad(out, text, false);
  }

  private int wantedDigits(boolean negative) {
    if (flags.hasPrecision) {
      return flags.precision;
    }
    if (!flags.zero || flags.minus || !flags.hasWidth) {
      return 0;
    }
    return negative || flags.plus || flags.space ? flags.width - 1 : flags.width;
  }

  private static String zeros(int count) {
    return count > 0 ? "0".repeat(count) : "";
  }

  private String prefix(char verb, String digits, int wanted) {
    if (!flags.sharp) {
      return verb == 'O' ? "0o" : "";
    }
    String zero = digits.startsWith("0") || wanted > digits.length() ? "" : "0";
    return switch (verb) {
      case 'b' -> "0b";
      case 'o' -> zero;
      case 'O' -> "0o" + zero;
      case 'x' -> "0x";
      case 'X' -> "0X";
      default -> "";
    };
  }

  private String sign(boolean negative) {
    if (negative) {
      return "-";
    }
    if (flags.plus) {
      return "+";
    }
    return flags.space ? " " : "";
  }
}
