package dev.levada.core.manifest;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an unquoted YAML text means.
final class PlainScalars {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Set<String> OLD_TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
  private static final Set<String> OLD_FALSE =
      Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");
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
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
              + "(?:[Tt](?:[01]?[0-9]|2[0-3]):[0-5]?[0-9]:[0-5]?[0-9](?:[.,][0-9]+)?"
              + "(?:Z|[-+][0-9]{2}:[0-9]{2})"
              + "| (?:[01]?[0-9]|2[0-3]):[0-5]?[0-9]:[0-5]?[0-9](?:[.,][0-9]+)?)");

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MOST_UNSIGNED =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private PlainScalars() {}

  /// The scalar that an unquoted text stands for.
  static Scalar resolve(String text, YamlRules rules) {
    Scalar.Kind kind = kind(text, rules);
    boolean old = kind == Scalar.Kind.BOOLEAN && !BOOLEANS.contains(text);
    return old ? Scalar.of(OLD_TRUE.contains(text)) : new Scalar(kind, text, false);
  }

  /// What an unquoted text means.
  static Scalar.Kind kind(String text, YamlRules rules) {
    if (NULLS.contains(text)) {
      return Scalar.Kind.NULL;
    }
    if (isBoolean(text, rules)) {
      return Scalar.Kind.BOOLEAN;
    }
    return mayBeNumber(text.charAt(0)) ? number(text, rules) : Scalar.Kind.STRING;
  }

  /// Whether a string needs quotes because a reader of YAML 1.1 would take it for something else.
  static boolean readsAsOther(String text) {
    if (kind(text, YamlRules.KUSTOMIZATION_1_1) != Scalar.Kind.STRING) {
      return true;
    }
    return mayBeNumber(text.charAt(0))
        && (BASE_60.matcher(text).matches() || isDate(text) || isTime(text));
  }

  /// A date (`2024-1-31`) as the full time it stands for.
  static String midnight(String date) {
    Matcher parts = DATE.matcher(date);
    return parts.matches() ? day(parts) + "T00:00:00Z" : date;
  }

  private static boolean isBoolean(String text, YamlRules rules) {
    return text.length() <= 5
        && (BOOLEANS.contains(text)
            || (rules == YamlRules.KUSTOMIZATION_1_1
                && (OLD_TRUE.contains(text) || OLD_FALSE.contains(text))));
  }

  private static boolean mayBeNumber(char first) {
    return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
  }

  private static Scalar.Kind number(String text, YamlRules rules) {
    String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
    if (INTEGER.matcher(digits).matches()) {
      return integer(digits);
    }
    if (NOT_FINITE.contains(text) || (FLOAT.matcher(digits).matches() && isFinite(digits))) {
      return Scalar.Kind.FLOAT;
    }
    return rules == YamlRules.RESOURCE_V3 && isDate(text)
        ? Scalar.Kind.TIMESTAMP
        : Scalar.Kind.STRING;
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

  private static boolean isDate(String text) {
    Matcher parts = DATE.matcher(text);
    return parts.matches() && !day(parts).isEmpty();
  }

  private static boolean isTime(String text) {
    Matcher parts = TIME.matcher(text);
    return parts.matches() && isDate(parts.group(1));
  }

  private static String day(Matcher parts) {
    try {
      return LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)))
          .toString();
    } catch (DateTimeException noSuchDay) {
      return "";
    }
  }
}
