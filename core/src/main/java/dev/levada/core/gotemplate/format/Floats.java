package dev.levada.core.gotemplate.format;

/// Floats as Go's strconv writes them.
public final class Floats {

  /// As many digits as are needed.
  public static final int SHORTEST = -1;

  private static final int SHORTEST_THRESHOLD = 6;
  private static final double PLAIN_WHOLE = 1_000_000;

  private Floats() {}

  /// As `%v` and `{{ }}` print a float.
  public static String text(double value) {
    long whole = (long) value;
    if (whole == value && whole != 0 && Math.abs(value) < PLAIN_WHOLE) {
      return Long.toString(whole);
    }
    return format(value, 'g', SHORTEST);
  }

  /// A float by a verb (`b e E f g G x X`) and a precision, without flags.
  public static String format(double value, char verb, int precision) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    String digits = unsigned(Math.abs(value), verb, precision);
    return negative ? "-" + digits : digits;
  }

  private static String unsigned(double value, char verb, int precision) {
    return switch (verb) {
      case 'e', 'E' -> exponential(value, verb, precision);
      case 'f', 'F' -> fixed(value, precision);
      case 'b' -> BinaryFloats.mantissa(value);
      case 'x', 'X' -> BinaryFloats.hexadecimal(value, verb, precision);
      default -> general(value, verb, precision);
    };
  }

  private static String exponential(double value, char verb, int precision) {
    Decimal decimal =
        precision < 0 ? Decimal.shortest(value) : Decimal.significant(value, precision + 1);
    int after = precision < 0 ? Math.max(decimal.digits().length() - 1, 0) : precision;
    return scientific(decimal, after, verb);
  }

  private static String scientific(Decimal decimal, int after, char verb) {
    var out = new StringBuilder().append(decimal.digit(0));
    if (after > 0) {
      out.append('.');
      for (int i = 1; i <= after; i++) {
        out.append(decimal.digit(i));
      }
    }
    int exponent = decimal.exponent();
    out.append(verb).append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    return out.append(size < 10 ? "0" : "").append(size).toString();
  }

  private static String fixed(double value, int precision) {
    Decimal decimal = precision < 0 ? Decimal.shortest(value) : Decimal.places(value, precision);
    int after =
        precision < 0 ? Math.max(decimal.digits().length() - decimal.point(), 0) : precision;
    return plain(decimal, after);
  }

  private static String plain(Decimal decimal, int after) {
    var out = new StringBuilder();
    int point = decimal.digits().isEmpty() ? 0 : decimal.point();
    for (int i = 0; i < point; i++) {
      out.append(decimal.digit(i));
    }
    if (point <= 0) {
      out.append('0');
    }
    if (after > 0) {
      out.append('.');
      for (int i = 0; i < after; i++) {
        out.append(decimal.digit(point + i));
      }
    }
    return out.toString();
  }

  private static String general(double value, char verb, int precision) {
    boolean shortest = precision < 0;
    int wanted = precision == 0 ? 1 : precision;
    Decimal decimal = shortest ? Decimal.shortest(value) : Decimal.significant(value, wanted);
    int count = decimal.digits().length();
    int threshold = shortest ? SHORTEST_THRESHOLD : threshold(decimal, wanted);
    int exponent = decimal.digits().isEmpty() ? -1 : decimal.exponent();
    if (exponent < -4 || exponent >= threshold) {
      return scientific(decimal, Math.max(count - 1, 0), verb == 'G' ? 'E' : 'e');
    }
    return plain(decimal, Math.max(count - decimal.point(), 0));
  }

  // A precision beyond the digits that count does not keep large numbers plain.
  private static int threshold(Decimal decimal, int wanted) {
    int count = decimal.digits().length();
    return wanted > count && count >= decimal.point() ? count : wanted;
  }
}
