package dev.levada.core.edit;

import java.util.ArrayList;
import java.util.List;

/// The way to a value in a document: keys and numbers of items.
///
/// @param steps the keys and numbers, from the root
record YamlPath(List<String> steps) {

  private static final int LONGEST = 1024;
  private static final String FORM =
      "Write keys joined by dots, items in brackets and a dot in a key behind a backslash:"
          + " spec.values.images[0].tag, data.app\\.tag";

  /// Reads `a.b[0].c`, or the same as a JSON pointer `/a/b/0/c`.
  ///
  /// @throws UneditableFile where the text is no path
  static YamlPath parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new UneditableFile("'" + text + "' is no path of a value. " + FORM);
    }
    return text.startsWith("/") ? pointer(text) : dotted(text);
  }

  private static YamlPath pointer(String text) {
    var steps = new ArrayList<String>();
    for (String step : text.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return new YamlPath(List.copyOf(steps));
  }

  private static YamlPath dotted(String text) {
    var steps = new ArrayList<String>();
    var step = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> {
          i++;
          step.append(i < text.length() ? text.charAt(i) : '\\');
        }
        case '.', '[' -> take(steps, step, text);
        case ']' -> {
          // the step before it ends with the next separator or the text
        }
        default -> step.append(c);
      }
    }
    take(steps, step, text);
    if (steps.isEmpty()) {
      throw new UneditableFile("'" + text + "' is no path of a value. " + FORM);
    }
    return new YamlPath(List.copyOf(steps));
  }

  private static void take(List<String> steps, StringBuilder step, String text) {
    if (step.isEmpty()) {
      return;
    }
    steps.add(step.toString());
    step.setLength(0);
    if (steps.size() > 100) {
      throw new UneditableFile("'" + text + "' is too deep. " + FORM);
    }
  }
}
