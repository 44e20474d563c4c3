package dev.levada.core.gotemplate.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The decimal digits of a finite float that is not negative: 0.DIGITS times ten to the point.
///
/// @param digits without leading zeros; empty for zero
/// @param point where the decimal point stands, counted from the first digit
record Decimal(String digits, int point) {

  private static final Decimal ZERO = new Decimal("", 0);

  /// The fewest digits that read back as the same float.
  static Decimal shortest(double value) {
    if (value == 0) {
      return ZERO;
    }
    Decimal decimal = of(new BigDecimal(Double.toString(value)));
    if (decimal.digits.length() != 2) {
      return decimal;
    }
    // Java never gives fewer than two digits.
    Decimal one = of(new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN)));
    return one.value() == value ? one : decimal;
  }

  /// Rounded to a count of digits.
  static Decimal significant(double value, int count) {
    if (value == 0) {
      return ZERO;
    }
    var exact = new BigDecimal(value);
    if (count == 0) {
      return of(exact.setScale(exact.scale() - exact.precision(), RoundingMode.HALF_EVEN));
    }
    return of(exact.round(new MathContext(count, RoundingMode.HALF_EVEN)));
  }

  /// Rounded to a count of digits after the point.
  static Decimal places(double value, int count) {
    return value == 0 ? ZERO : of(new BigDecimal(value).setScale(count, RoundingMode.HALF_EVEN));
  }

  private static Decimal of(BigDecimal number) {
    if (number.signum() == 0) {
      return ZERO;
    }
    String digits = number.unscaledValue().toString();
    int point = digits.length() - number.scale();
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return new Decimal(digits.substring(0, end), point);
  }

  private double value() {
    return Double.parseDouble("0." + digits + "e" + point);
  }

  /// The digit at a place; zero beyond those that count.
  char digit(int index) {
    return index >= 0 && index < digits.length() ? digits.charAt(index) : '0';
  }

  /// The exponent of d.ddd notation.
  int exponent() {
    return digits.isEmpty() ? 0 : point - 1;
  }
}
