package dev.levada.core.manifest;

/// A block scalar at the end of a text that has no line break there: Go's readers give it none
/// either, whatever its indicator says.
final class OpenEnd {

  private OpenEnd() {}

  /// Whether the text ends within the last line of its last scalar.
  static boolean is(String text, Scalar last) {
    if (text.endsWith("\n") || !last.text().endsWith("\n")) {
      return false;
    }
    String value = last.text().substring(0, last.text().length() - 1);
    String rest = withoutIndentation(lastLine(text));
    if (rest.isEmpty()) {
      return value.endsWith(" ") && withoutIndentation(lastLine(value)).isEmpty();
    }
    return value.endsWith(rest) && !(rest.startsWith("#") && isComment(rest, text, value));
  }

  /// Whether the last line is none of the scalar's, which only ends as a comment below it does:
  /// then what stands before it in the scalar is not the line above.
  private static boolean isComment(String rest, String text, String value) {
    String above = lastLine(text.substring(0, text.lastIndexOf('\n')).stripTrailing()).strip();
    String before = value.substring(0, value.length() - rest.length()).stripTrailing();
    return before.isEmpty() ? above.equals(rest) : !before.endsWith(above);
  }

  private static String withoutIndentation(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return line.substring(i);
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  /// Takes the line break from the last scalar of a document if that is the given one.
  static Node trimmed(Node document, Scalar last) {
    return rewritten(document, last, last.text().substring(0, last.text().length() - 1));
  }

  /// Gives the last scalar of a document another text if that is the given one.
  static Node rewritten(Node document, Scalar last, String text) {
    switch (document) {
      case Mapping mapping when !mapping.isEmpty() -> {
        String key = "";
        Node value = mapping;
        for (var entry : mapping.entries().entrySet()) {
          key = entry.getKey();
          value = entry.getValue();
        }
        mapping.put(key, rewritten(value, last, text));
      }
      case Sequence sequence when sequence.size() > 0 -> {
        int end = sequence.size() - 1;
        sequence.items().set(end, rewritten(sequence.items().get(end), last, text));
      }
      case Scalar scalar when scalar.equals(last) -> {
        return new Scalar(scalar.kind(), text, true);
      }
      case Mapping _, Sequence _, Scalar _ -> {}
    }
    return document;
  }
}
