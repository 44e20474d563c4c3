package dev.levada.core.manifest;

/// What becomes of texts when an object is written as JSON and that is read as YAML, which is how
/// the real tool writes its output: most control characters are refused, and a next-line character
/// (U+0085), which JSON does not escape, is a line break that is folded.
final class JsonTexts {

  private static final char NEXT_LINE = 0x85;

  private JsonTexts() {}

  /// Reads the texts of a node in place.
  ///
  /// @throws MalformedManifest where a text has a character that YAML does not allow
  static void read(Node node) {
    switch (node) {
      case Mapping mapping -> mapping.entries().replaceAll((_, value) -> readIn(value));
      case Sequence list -> list.items().replaceAll(JsonTexts::readIn);
      case Scalar _ -> {}
    }
  }

  private static Node readIn(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.kind() == Scalar.Kind.STRING ? text(scalar) : scalar;
    }
    read(node);
    return node;
  }

  private static Scalar text(Scalar scalar) {
    String text = scalar.text();
    boolean folds = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x7F) {
        if (isControl(c)) {
          throw Problems.value("yaml: control characters are not allowed");
        }
        folds |= c == NEXT_LINE;
      }
    }
    return folds ? new Scalar(Scalar.Kind.STRING, folded(text), true) : scalar;
  }

  private static boolean isControl(char c) {
    return c == 0x7F || (c >= 0x80 && c < 0xA0 && c != NEXT_LINE) || c >= 0xFFFE;
  }

  /// Blanks around such breaks go; one break is a blank, and of several the first goes.
  private static String folded(String text) {
    var out = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(NEXT_LINE); at >= 0; at = text.indexOf(NEXT_LINE, from)) {
      int end = at;
      while (end > from && text.charAt(end - 1) == ' ') {
        end--;
      }
      out.append(text, from, end);
      int breaks = 0;
      from = at;
      while (from < text.length() && (text.charAt(from) == NEXT_LINE || text.charAt(from) == ' ')) {
        breaks += text.charAt(from) == NEXT_LINE ? 1 : 0;
        from++;
      }
      out.append(breaks == 1 ? " " : "\n".repeat(breaks - 1));
    }
    return out.append(text, from, text.length()).toString();
  }
}
