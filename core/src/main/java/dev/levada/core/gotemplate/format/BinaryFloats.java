package dev.levada.core.gotemplate.format;

import java.util.Locale;

/// Floats by their bits: the verbs `%b` and `%x`.
final class BinaryFloats {

  private static final int MANTISSA_BITS = 52;
  private static final long IMPLICIT = 1L << MANTISSA_BITS;
  private static final int BIAS = 1023;

  private BinaryFloats() {}

  static String mantissa(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> MANTISSA_BITS) & 0x7ff;
    long mantissa = bits & (IMPLICIT - 1);
    int exponent = biased == 0 ? 1 : biased;
    if (biased != 0) {
      mantissa |= IMPLICIT;
    }
    exponent -= BIAS + MANTISSA_BITS;
    return mantissa + "p" + (exponent < 0 ? "" : "+") + exponent;
  }

  static String hexadecimal(double value, char verb, int precision) {
    long bits = Double.doubleToRawLongBits(value);
    long mantissa = bits & (IMPLICIT - 1);
    int exponent = ((int) (bits >>> MANTISSA_BITS) & 0x7ff) - BIAS;
    if (value == 0) {
      exponent = 0;
    } else if (exponent == -BIAS) {
      int shift = Long.numberOfLeadingZeros(mantissa) - (63 - MANTISSA_BITS);
      mantissa <<= shift;
      exponent = 1 - BIAS - shift;
    } else {
      mantissa |= IMPLICIT;
    }
    if (precision >= 0 && precision < 13) {
      mantissa = round(mantissa, precision);
      if (mantissa >= IMPLICIT << 1) {
        mantissa >>= 1;
        exponent++;
      }
    }
    String text = text(mantissa, exponent, precision);
    return verb == 'X' ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static long round(long mantissa, int precision) {
    int dropped = MANTISSA_BITS - 4 * precision;
    long unit = 1L << dropped;
    long rest = mantissa & (unit - 1);
    long kept = mantissa - rest;
    boolean up = rest > unit / 2 || (rest == unit / 2 && (kept & unit) != 0);
    return up ? kept + unit : kept;
  }

  private static String text(long mantissa, int exponent, int precision) {
    String hex = String.format(Locale.ROOT, "%013x", mantissa & (IMPLICIT - 1));
    if (precision < 0) {
      int end = hex.length();
      while (end > 0 && hex.charAt(end - 1) == '0') {
        end--;
      }
      hex = hex.substring(0, end);
    } else {
      hex =
          precision <= hex.length()
              ? hex.substring(0, precision)
              : hex + "0".repeat(precision - hex.length());
    }
    int size = Math.abs(exponent);
    return "0x"
        + (mantissa >> MANTISSA_BITS)
        + (hex.isEmpty() ? "" : "." + hex)
        + (exponent < 0 ? "p-" : "p+")
        + (size < 10 ? "0" : "")
        + size;
  }
}
