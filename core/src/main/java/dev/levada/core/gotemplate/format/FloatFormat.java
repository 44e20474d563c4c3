package dev.levada.core.gotemplate.format;

/// Floats by a verb and flags.
final class FloatFormat {

  private static final int USUAL_DIGITS = 6;

  private final Flags flags;

  FloatFormat(Flags flags) {
    this.flags = flags;
  }

  /// Writes a float; false where the verb is not for floats.
  boolean write(StringBuilder out, double value, char verb) {
    char form =
        switch (verb) {
          case 'v' -> 'g';
          case 'F' -> 'f';
          default -> verb;
        };
    boolean known = "befgEGxX".indexOf(form) >= 0;
    if (known) {
      number(out, value, form, "efE".indexOf(form) >= 0 ? 6 : -1);
    }
    return known;
  }

  private void number(StringBuilder out, double value, char verb, int usualPrecision) {
    int precision = flags.hasPrecision ? flags.precision : usualPrecision;
    String text = Floats.format(value, verb, precision);
    boolean finite = Double.isFinite(value);
    if (flags.sharp && verb != 'b' && finite) {
      text = withTrailingZeros(text, verb, precision);
    }
    String sign = text.startsWith("-") || text.startsWith("+") ? text.substring(0, 1) : "+";
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    write(out, sign.charAt(0), digits, finite);
  }

  private void write(StringBuilder out, char sign, String digits, boolean finite) {
    boolean zeros = flags.zero && finite;
    String shown = shownSign(sign, digits);
    int missing = flags.hasWidth ? flags.width - digits.length() - shown.length() : 0;
    if (zeros && !flags.minus && missing > 0) {
      out.append(shown).repeat('0', missing).append(digits);
    } else {
      flags.pad(out, shown + digits, zeros);
    }
  }

  private String shownSign(char sign, String digits) {
    if (sign == '-' || flags.plus || digits.equals("Inf")) {
      return flags.space && !flags.plus && sign == '+' ? " " : String.valueOf(sign);
    }
    return flags.space ? " " : "";
  }

  // `#` keeps the point and, for %g, the zeros that make up the precision.
  private static String withTrailingZeros(String text, char verb, int precision) {
    boolean counts = "gGx".indexOf(verb) >= 0;
    int digits = counts ? wantedDigits(verb, precision) : 0;
    int exponentAt = exponentAt(text, verb);
    String mantissa = text.substring(0, exponentAt);
    String tail = text.substring(exponentAt);
    boolean hasPoint = mantissa.indexOf('.') >= 0;
    int shown = significant(mantissa.startsWith("-") ? mantissa.substring(1) : mantissa, verb);
    var out = new StringBuilder(mantissa);
    if (!hasPoint) {
      if (mantissa.endsWith("0") && mantissa.length() <= 2 && shown == 0) {
        shown = 1;
      }
      out.append('.');
    }
    while (counts && shown < digits) {
      out.append('0');
      shown++;
    }
    return out.append(tail).toString();
  }

  // Of the two characters that a hexadecimal number begins with, Go counts one as a digit.
  private static int wantedDigits(char verb, int precision) {
    int wanted = precision < 0 ? USUAL_DIGITS : precision;
    return verb == 'x' || verb == 'X' ? wanted - 1 : wanted;
  }

  private static int exponentAt(String text, char verb) {
    String marks = verb == 'x' || verb == 'X' ? "pP" : "eE";
    for (int i = 0; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static int significant(String mantissa, char verb) {
    boolean counts = verb == 'x' || verb == 'X';
    int from = counts ? 2 : 0;
    int shown = 0;
    for (int i = from; i < mantissa.length(); i++) {
      char c = mantissa.charAt(i);
      if (Character.isLetterOrDigit(c) && (counts || c != '0' || shown > 0)) {
        shown++;
      }
    }
    return shown;
  }
}
