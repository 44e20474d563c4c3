package dev.levada.core.manifest;

/// A text in quotes or brackets that goes on over several lines, read line by line.
final class OpenText {

  private static final char NONE = 0;

  private boolean begun;
  private boolean quotedFirst;
  private char quote = NONE;
  private int depth;

  /// Reads a line; whether the text ends in it. The first line is read from the text's beginning.
  boolean endsIn(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == NONE) {
        outside(c);
      } else if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        quote = NONE;
        if (quotedFirst) {
          return true;
        }
      }
    }
    return quote == NONE && depth <= 0;
  }

  private void outside(char c) {
    switch (c) {
      case '"', '\'' -> {
        quote = c;
        quotedFirst |= !begun;
      }
      case '[', '{' -> depth++;
      case ']', '}' -> depth--;
      default -> {}
    }
    begun = true;
  }
}
