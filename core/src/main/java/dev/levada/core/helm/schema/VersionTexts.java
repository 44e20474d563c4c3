package dev.levada.core.helm.schema;

/// What Helm's library says of texts that are no semantic versions.
final class VersionTexts {

  private static final String[] NUMBERS = {"major", "minor", "patch"};

  private VersionTexts() {}

  static String version(String text) {
    int plus = text.indexOf('+');
    String before = plus < 0 ? text : text.substring(0, plus);
    int hyphen = before.indexOf('-');
    String core = hyphen < 0 ? before : before.substring(0, hyphen);
    String problem = core(core);
    if (problem.isEmpty() && hyphen >= 0) {
      problem = identifiers(before.substring(hyphen + 1), "pre-release", true);
    }
    if (problem.isEmpty() && plus >= 0) {
      String build = text.substring(plus + 1);
      problem = build.isEmpty() ? "build is empty" : identifiers(build, "build", false);
    }
    return problem;
  }

  private static String core(String core) {
    String[] parts = core.split("\\.", -1);
    if (parts.length != NUMBERS.length) {
      return "versionCore must have 3 numbers separated by dot";
    }
    for (int i = 0; i < NUMBERS.length; i++) {
      String problem = number(parts[i]);
      if (!problem.isEmpty()) {
        return NUMBERS[i] + " " + problem;
      }
    }
    return "";
  }

  private static String number(String text) {
    if (text.isEmpty()) {
      return "is empty";
    }
    if (!isNumber(text)) {
      return "contains non-digit";
    }
    return startsWithZero(text) ? "starts with zero" : "";
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean startsWithZero(String number) {
    return number.length() > 1 && number.startsWith("0");
  }

  private static String identifiers(String text, String kind, boolean asNumbers) {
    for (String each : text.split("\\.", -1)) {
      String problem = identifier(each, kind);
      if (!problem.isEmpty()) {
        return problem;
      }
      if (asNumbers && isNumber(each) && startsWithZero(each)) {
        return kind + " numeric identifier starts with zero";
      }
    }
    return "";
  }

  private static String identifier(String text, String kind) {
    if (text.isEmpty()) {
      return kind + " identifier is empty";
    }
    return text.codePoints()
        .filter(c -> c > 0x7F || !(Character.isLetterOrDigit(c) || c == '-'))
        .mapToObj(c -> "invalid character " + KeywordText.letter(c) + " in " + kind + " identifier")
        .findFirst()
        .orElse("");
  }
}
