package dev.levada.core.manifest;

/// Nodes as Go writes values in its own syntax, which is how its readers name a wrong key.
final class GoSyntax {

  private static final String ANY = "interface {}";

  private GoSyntax() {}

  static String of(Node node) {
    var out = new StringBuilder();
    append(node, out);
    return out.toString();
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
      case BOOLEAN, INTEGER, FLOAT -> Json.text(scalar);
    };
  }

  private static String quoted(String text) {
    return Json.text(new Scalar(Scalar.Kind.STRING, text, true));
  }
}
