package dev.levada.core.helm.schema;

import com.networknt.schema.Error;

/// What Helm says of a text that is not of the format that a schema wants.
final class FormatText {

  private static final int SHORTEST_TIME = 20;

  private FormatText() {}

  static String of(Error error) {
    String text = error.getInstanceNode().asString();
    String format = error.getSchemaNode().asString();
    return "'" + text + "' is not valid " + format + ": " + why(format, text);
  }

  private static String why(String format, String text) {
    return switch (format) {
      case "uri" -> "relative url";
      case "regex" -> LinearExpressions.problem(text);
      case "ipv4" -> "expected four decimals";
      case "date" ->
          "parsing time \""
              + text
              + "\" as \"2006-01-02\": cannot parse \""
              + text
              + "\" as \"2006\"";
      case "email", "date-time" -> measured(format, text);
      case "hostname" ->
          text.codePoints()
              .filter(c -> !Character.isLetterOrDigit(c) && c != '-' && c != '.')
              .mapToObj(c -> "invalid character '" + Character.toString(c) + "'")
              .findFirst()
              .orElse("too long");
      default -> "does not have this form";
    };
  }

  private static String measured(String format, String text) {
    if (format.equals("email")) {
      return text.contains("@") ? "invalid address" : "missing @";
    }
    return text.length() < SHORTEST_TIME
        ? "less than " + SHORTEST_TIME + " characters long"
        : "not a date with time";
  }
}
