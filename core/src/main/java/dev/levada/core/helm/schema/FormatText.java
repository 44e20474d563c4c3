package dev.levada.core.helm.schema;

import com.networknt.schema.Error;

/// What Helm says of a text that is not of the format that a schema wants.
final class FormatText {

  private static final int[] LENGTHS = {8, 4, 4, 4, 12};

  private FormatText() {}

  static String of(Error error) {
    String text = error.getInstanceNode().asString();
    String format = error.getSchemaNode().asString();
    return KeywordText.quoted(text) + " is not valid " + format + ": " + why(format, text);
  }

  private static String why(String format, String text) {
    String problem =
        switch (format) {
          case "uri", "iri" -> "relative url";
          case "regex" -> LinearExpressions.problem(text);
          case "ipv4" -> HostNames.address(text);
          case "ipv6" -> text.contains(":") ? "" : "missing colon";
          case "hostname" -> HostNames.name(text);
          case "email" -> HostNames.mail(text);
          default -> "";
        };
    return problem.isEmpty() ? other(format, text) : problem;
  }

  private static String other(String format, String text) {
    return switch (format) {
      case "date" -> TimeTexts.date(text);
      case "time" -> TimeTexts.time(text);
      case "date-time" -> TimeTexts.dateTime(text);
      case "uuid" -> identifier(text);
      case "json-pointer" ->
          text.startsWith("/") ? "~ must be followed by 0 or 1" : "not starting with /";
      case "duration" -> text.startsWith("P") ? "nothing after P" : "must start with P";
      default -> "does not have this form";
    };
  }

  private static String identifier(String text) {
    String[] parts = text.split("-", -1);
    if (parts.length != LENGTHS.length) {
      return "must have " + LENGTHS.length + " elements";
    }
    for (int i = 0; i < LENGTHS.length; i++) {
      if (parts[i].length() != LENGTHS[i]) {
        return "element " + (i + 1) + " must be " + LENGTHS[i] + " characters long";
      }
    }
    return text.codePoints()
        .filter(c -> c != '-' && Character.digit(c, 16) < 0)
        .mapToObj(c -> "non-hex character " + KeywordText.quoted(Character.toString(c)))
        .findFirst()
        .orElse("");
  }
}
