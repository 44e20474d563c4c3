package dev.levada.core.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers with a fraction or an exponent, in the shortest text that gives the same double.
final class Floats {

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

  private Floats() {}

  /// The double that a YAML text stands for; infinities and not-a-number included.
  static double value(String written) {
    String digits = written.replace("_", "");
    return switch (digits.toLowerCase(java.util.Locale.ROOT)) {
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> Double.parseDouble(digits);
    };
  }

  /// The text in output: whole numbers that fit 64 bits without exponent, others with one from 1e6
  /// up and below 1e-4 (kustomize.md section 20). It is valid JSON, too, unless it is not finite.
  static String yaml(String written) {
    double value = value(written);
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(value);
    if (shortest.scale() <= 0 && fits(shortest)) {
      return shortest.toBigInteger().toString();
    }
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent < -4 || exponent >= 6
        ? scientific(shortest, exponent)
        : shortest.toPlainString();
  }

  /// Java never gives fewer than two digits.
  private static BigDecimal shortest(double value) {
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (shortest.precision() != 2) {
      return shortest;
    }
    BigDecimal one = new BigDecimal(value).round(ONE_DIGIT);
    return one.doubleValue() == value ? one : shortest;
  }

  private static boolean fits(BigDecimal whole) {
    return whole.precision() - whole.scale() <= 20
        && whole.toBigInteger().compareTo(LEAST) >= 0
        && whole.toBigInteger().compareTo(MOST) <= 0;
  }

  private static String scientific(BigDecimal value, int exponent) {
    String digits = value.unscaledValue().abs().toString();
    var text = new StringBuilder();
    if (value.signum() < 0) {
      text.append('-');
    }
    text.append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append('e').append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    return text.append(size < 10 ? "0" : "").append(size).toString();
  }
}
