package dev.levada.core.manifest;

import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Nodes as Go writes values in its own syntax, which is how its readers name a wrong key.
final class GoSyntax {

  private static final String ANY = "interface {}";

  private static final Pattern WHOLE = Pattern.compile("[0-9]+");

  private GoSyntax() {}

  /// As the reader of kustomizations has them.
  static String of(Node node) {
    var out = new StringBuilder();
    append(node, out);
    return out.toString();
  }

  /// As the reader of resources has them: keys are texts where they can be, and sorted, texts
  /// first.
  static String strict(Node node) {
    return switch (node) {
      case Mapping mapping ->
          mapping.entries().entrySet().stream()
              .sorted(Comparator.comparing(entry -> sortedAs(entry.getKey())))
              .map(entry -> key(entry.getKey()) + ":" + strict(entry.getValue()))
              .collect(Collectors.joining(", ", "map[" + keys(mapping) + "]" + ANY + "{", "}"));
      case Sequence sequence ->
          sequence.items().stream()
              .map(GoSyntax::strict)
              .collect(Collectors.joining(", ", "[]" + ANY + "{", "}"));
      case Scalar scalar when scalar.isNull() && scalar.quoted() -> "\"\"";
      case Scalar scalar when scalar.kind() == Scalar.Kind.TIMESTAMP ->
          Timestamps.inGo(scalar.text());
      case Scalar scalar -> scalar(scalar);
    };
  }

  private static String keys(Mapping mapping) {
    return mapping.entries().keySet().stream().anyMatch(OddKeys::isOdd) ? ANY : "string";
  }

  private static String key(String key) {
    return OddKeys.isOdd(key) ? OddKeys.shown(key) : quoted(key);
  }

  /// Go sorts keys by their types first: nothing, texts, whole numbers, others, booleans.
  private static String sortedAs(String key) {
    if (!OddKeys.isOdd(key)) {
      return "1" + key;
    }
    String shown = OddKeys.shown(key);
    return switch (shown) {
      case "true", "false" -> "4" + shown;
      case ANY + "(nil)" -> "0";
      default ->
          (WHOLE.matcher(shown).matches() ? "2" : "3")
              + "0".repeat(Math.max(0, 24 - shown.length()))
              + shown;
    };
  }

  private static void append(Node node, StringBuilder out) {
    switch (node) {
      case Mapping mapping -> {
        out.append("map[" + ANY + "]" + ANY + "{");
        String comma = "";
        for (var entry : mapping.entries().entrySet()) {
          out.append(comma).append(quoted(entry.getKey())).append(':');
          append(entry.getValue(), out);
          comma = ", ";
        }
        out.append('}');
      }
      case Sequence sequence -> {
        out.append("[]" + ANY + "{");
        String comma = "";
        for (Node item : sequence.items()) {
          out.append(comma);
          append(item, out);
          comma = ", ";
        }
        out.append('}');
      }
      case Scalar scalar -> out.append(scalar(scalar));
    }
  }

  private static String scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case NULL -> ANY + "(nil)";
      case STRING, TIMESTAMP -> quoted(scalar.text());
      case BOOLEAN, INTEGER -> Json.text(scalar);
      case FLOAT -> SettledValues.go(Floats.yaml(scalar.text()));
    };
  }

  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(c, out));
    return out.append('"').toString();
  }

  private static void append(int c, StringBuilder out) {
    int known = "\u0007\b\f\n\r\t\u000b\\\"".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("abfnrtv\\\"".charAt(known));
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else {
      out.append(String.format(c < 0x80 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
