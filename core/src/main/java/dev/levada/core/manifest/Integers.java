package dev.levada.core.manifest;

import java.math.BigInteger;

/// Whole numbers as YAML writes them (`0x1F`, `0o17`, `017`, `0b11`, `1_000`), in decimal.
final class Integers {

  private Integers() {}

  /// The decimal digits of a whole number.
  ///
  /// @throws NumberFormatException where the text is not a whole number
  static String decimal(String written) {
    String digits = written.replace("_", "");
    boolean negative = digits.startsWith("-") && !digits.equals("-0");
    if (digits.startsWith("-") || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return negative ? "-" + digits : digits;
    }
    BigInteger value = based(digits);
    return (negative ? value.negate() : value).toString();
  }

  private static BigInteger based(String digits) {
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> new BigInteger(digits.substring(2), 16);
      case 'o', 'O' -> new BigInteger(digits.substring(2), 8);
      case 'b', 'B' -> new BigInteger(digits.substring(2), 2);
      default -> new BigInteger(digits.substring(1), 8);
    };
  }
}
