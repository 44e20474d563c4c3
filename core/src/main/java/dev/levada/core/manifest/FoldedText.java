package dev.levada.core.manifest;

/// What becomes of a folded scalar (`>`) in a resource. The real tool writes and reads it once more
/// on the way, and its writer puts a line break too many before a line that begins with a blank and
/// before several breaks at the end.
final class FoldedText {

  private FoldedText() {}

  static String rewritten(String text) {
    int lineBreak = text.indexOf('\n');
    if (lineBreak < 0 || lineBreak == text.length() - 1 || isQuoted(text)) {
      return text;
    }
    var out = new StringBuilder(text.length() + 8);
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      if (end < 0) {
        return out.append(text, line, text.length()).toString();
      }
      boolean folds = end > line && !isBlank(text.charAt(line));
      int next = behindBreaks(text, end);
      out.append(text, line, next);
      if (folds && isExtended(text, end, next)) {
        out.append('\n');
      }
      line = next;
    }
    return out.toString();
  }

  private static int behindBreaks(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == '\n') {
      i++;
    }
    return i;
  }

  /// Blanks at the end of a line make the tool write it in quotes, and so as it is.
  private static boolean isQuoted(String text) {
    return text.endsWith(" ") || text.contains(" \n");
  }

  private static boolean isExtended(String text, int from, int to) {
    return to == text.length() ? to - from > 1 : to > from && isBlank(text.charAt(to));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
