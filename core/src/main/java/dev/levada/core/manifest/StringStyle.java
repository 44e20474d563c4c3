package dev.levada.core.manifest;

/// The four ways a string is written in YAML, and which one output takes for which text.
enum StringStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL;

  private static final String NEVER_FIRST = "#,[]{}&*!|>'\"%@`";

  /// The style of a value.
  static StringStyle of(String text) {
    if (text.indexOf('\n') >= 0) {
      return isLiteral(text) ? LITERAL : DOUBLE_QUOTED;
    }
    if (PlainScalars.readsAsOther(text) || !isPrintable(text)) {
      return DOUBLE_QUOTED;
    }
    if (OtherBreaks.in(text)) {
      return OtherBreaks.touchBlank(text) ? DOUBLE_QUOTED : SINGLE_QUOTED;
    }
    return isPlain(text) ? PLAIN : SINGLE_QUOTED;
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Escapes.isPrintable(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLiteral(String text) {
    return isPrintable(text)
        && !text.contains(" \n")
        && !text.endsWith(" ")
        && !OtherBreaks.followBlank(text);
  }

  private static boolean isPlain(String text) {
    int last = text.length() - 1;
    if (text.charAt(0) == ' ' || text.charAt(last) == ' ' || isUnusable(text)) {
      return false;
    }
    for (int i = 1; i <= last; i++) {
      char c = text.charAt(i);
      if ((c == ':' && endsWord(text, i + 1)) || (c == '#' && text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnusable(String text) {
    char first = text.charAt(0);
    return NEVER_FIRST.indexOf(first) >= 0
        || ("?:-".indexOf(first) >= 0 && endsWord(text, 1))
        || text.startsWith("---")
        || text.startsWith("...");
  }

  private static boolean endsWord(String text, int i) {
    return i >= text.length() || text.charAt(i) == ' ';
  }
}
