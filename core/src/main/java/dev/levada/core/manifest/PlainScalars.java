package dev.levada.core.manifest;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/// What an unquoted YAML text means.
final class PlainScalars {

  private static final Set<String> OLD_TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
  private static final Set<String> NOT_FINITE =
      Set.of(
          ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan",
          ".NaN", ".NAN");

  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(?:0|[1-9][0-9]*|0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MOST_UNSIGNED =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private PlainScalars() {}

  /// The scalar that an unquoted text stands for.
  static Scalar resolve(String text, YamlRules rules) {
    Scalar.Kind kind = kind(text, rules);
    return kind == Scalar.Kind.BOOLEAN && isOldBoolean(text)
        ? Scalar.of(OLD_TRUE.contains(text))
        : new Scalar(kind, text, false);
  }

  /// What an unquoted text means.
  static Scalar.Kind kind(String text, YamlRules rules) {
    if (text.isEmpty()) {
      return Scalar.Kind.NULL;
    }
    char first = text.charAt(0);
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
      return number(text, rules);
    }
    return text.length() <= 5 ? word(text, rules) : Scalar.Kind.STRING;
  }

  /// Whether a string needs quotes because a reader of YAML 1.1 would take it for something else.
  static boolean readsAsOther(String text) {
    if (kind(text, YamlRules.KUSTOMIZATION_1_1) != Scalar.Kind.STRING) {
      return true;
    }
    char first = text.charAt(0);
    boolean digit = first >= '0' && first <= '9';
    return (digit || first == '-' || first == '+')
        && (isBase60(text) || (digit && Timestamps.matches(text)));
  }

  private static boolean isBase60(String text) {
    return text.indexOf(':') > 0 && BASE_60.matcher(text).matches();
  }

  private static Scalar.Kind word(String text, YamlRules rules) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> Scalar.Kind.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Scalar.Kind.BOOLEAN;
      default ->
          rules == YamlRules.KUSTOMIZATION_1_1 && isOldBoolean(text)
              ? Scalar.Kind.BOOLEAN
              : Scalar.Kind.STRING;
    };
  }

  private static boolean isOldBoolean(String text) {
    return switch (text) {
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> true;
      default -> OLD_TRUE.contains(text);
    };
  }

  private static Scalar.Kind number(String text, YamlRules rules) {
    Scalar.Kind kind = isSimpleInteger(text) ? Scalar.Kind.INTEGER : number(text);
    return kind == Scalar.Kind.STRING && rules == YamlRules.RESOURCE_V3 && Timestamps.matches(text)
        ? Scalar.Kind.TIMESTAMP
        : kind;
  }

  private static Scalar.Kind number(String text) {
    String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
    if (INTEGER.matcher(digits).matches()) {
      return integer(digits);
    }
    return NOT_FINITE.contains(text) || (FLOAT.matcher(digits).matches() && isFinite(digits))
        ? Scalar.Kind.FLOAT
        : Scalar.Kind.STRING;
  }

  private static boolean isSimpleInteger(String text) {
    int length = text.length();
    if (length > 18 || (text.charAt(0) == '0' && length > 1)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Scalar.Kind integer(String digits) {
    if (digits.length() <= 18 || fits(digits)) {
      return Scalar.Kind.INTEGER;
    }
    return FLOAT.matcher(digits).matches() && isFinite(digits)
        ? Scalar.Kind.FLOAT
        : Scalar.Kind.STRING;
  }

  private static boolean fits(String digits) {
    if (digits.length() > 70) {
      return false;
    }
    BigInteger value = new BigInteger(Integers.decimal(digits));
    boolean signed = digits.charAt(0) == '+' || digits.charAt(0) == '-';
    return value.compareTo(LEAST) >= 0 && value.compareTo(signed ? MOST : MOST_UNSIGNED) <= 0;
  }

  private static boolean isFinite(String digits) {
    return digits.length() <= 400 && Double.isFinite(Double.parseDouble(digits));
  }
}
