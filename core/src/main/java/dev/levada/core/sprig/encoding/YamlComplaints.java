package dev.levada.core.sprig.encoding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The complaints of our YAML parser in the words of Go's.
final class YamlComplaints {

  /// Which part of Go's reader complains; each counts lines in its own way.
  private enum Part {
    SCANNER,
    PARSER,
    COMPOSER
  }

  private record Rule(String ours, String theirs, Part part) {}

  private static final Pattern PLACED = Pattern.compile("(?s)yaml: (?:line ([0-9]+): )?(.*)");

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "mapping values are not",
              "mapping values are not allowed in this context",
              Part.SCANNER),
          new Rule(
              "sequence entries are not",
              "block sequence entries are not allowed in this context",
              Part.SCANNER),
          new Rule(
              "mapping keys are not", "mapping keys are not allowed in this context", Part.SCANNER),
          new Rule("found character", "found character that cannot start any token", Part.SCANNER),
          new Rule(
              "found unexpected end of stream", "found unexpected end of stream", Part.SCANNER),
          new Rule("found unknown escape", "found unknown escape character", Part.SCANNER),
          new Rule(
              "expected escape sequence", "did not find expected hexdecimal number", Part.SCANNER),
          new Rule("special characters", "control characters are not allowed", Part.COMPOSER),
          new Rule("the text is not valid UTF-8", "invalid leading UTF-8 octet", Part.COMPOSER),
          new Rule("expected ',' or ']'", "did not find expected ',' or ']'", Part.PARSER),
          new Rule("expected ',' or '}'", "did not find expected ',' or '}'", Part.PARSER),
          new Rule("expected the node content", "did not find expected node content", Part.PARSER),
          new Rule("expected <block end>", "did not find expected key", Part.PARSER),
          new Rule(
              "map merge requires",
              "map merge requires map or sequence of maps as the value",
              Part.COMPOSER));

  private YamlComplaints() {}

  static String inGo(String message, String text) {
    Matcher placed = PLACED.matcher(message);
    if (!placed.matches()) {
      return message;
    }
    String said = placed.group(2);
    int line = placed.group(1) == null ? 0 : Integer.parseInt(placed.group(1));
    for (Rule rule : RULES) {
      if (said.startsWith(rule.ours())) {
        return "yaml: " + line(rule.part(), line, said) + words(rule, text);
      }
    }
    return "yaml: "
        + said.replace("cannot decode `", "cannot decode !!str `")
            .replace("as a tag:yaml.org,2002:", "as a !!");
  }

  private static String words(Rule rule, String text) {
    boolean list = rule.ours().equals("expected <block end>") && text.startsWith("-");
    return list ? "did not find expected '-' indicator" : rule.theirs();
  }

  private static String line(Part part, int line, String said) {
    int shown =
        switch (part) {
          case SCANNER -> line > 1 ? line : 0;
          case PARSER -> said.contains("<stream end>") ? line : line - 1;
          case COMPOSER -> 0;
        };
    return shown > 0 ? "line " + shown + ": " : "";
  }
}
