package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.value.GoStrings;

/// A text that was parsed.
///
/// @param file its name
/// @param text all of it
record Source(String file, String text) {

  /// Where a node of it failed.
  TemplateFailed.Where where(String template, Node node) {
    int position = node.position();
    int lineStart = text.lastIndexOf('\n', position - 1) + 1;
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    int column = GoStrings.length(text.substring(lineStart, position));
    return new TemplateFailed.Where(file, line, column, template, node.toString());
  }
}
