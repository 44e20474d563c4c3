package dev.levada.core.manifest;

/// Line breaks of other alphabets (U+2028 and U+2029). To YAML 1.1 they end a line, but in a text
/// they stay what they are.
final class OtherBreaks {

  private static final char NEXT_LINE = 0x85;
  private static final char LINE = 0x2028;
  private static final char PARAGRAPH = 0x2029;

  private OtherBreaks() {}

  static boolean in(String text) {
    return next(text, 0) < text.length();
  }

  /// Whether a blank stands before one.
  static boolean followBlank(String text) {
    return text.contains(" " + LINE) || text.contains(" " + PARAGRAPH);
  }

  /// Whether a blank stands before or behind one.
  static boolean touchBlank(String text) {
    return followBlank(text) || text.contains(LINE + " ") || text.contains(PARAGRAPH + " ");
  }

  /// Where the next one stands; the length of the text if there is none.
  static int next(String text, int from) {
    int end = text.length();
    return Math.min(place(text, LINE, from, end), place(text, PARAGRAPH, from, end));
  }

  /// Where the next line ends, by one of these or by a line feed; the length of the text for its
  /// last line.
  static int lineEnd(String text, int from) {
    int feed = place(text, '\n', from, text.length()); // no further: a text has many lines
    return Math.min(place(text, LINE, from, feed), place(text, PARAGRAPH, from, feed));
  }

  /// Whether a text has no line break of any kind, those of Windows and of mainframes included.
  static boolean isOneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (endsLine(c) || c == '\r' || c == NEXT_LINE) {
        return false;
      }
    }
    return true;
  }

  /// Whether a character ends a line, be it one of these or a line feed.
  static boolean endsLine(char c) {
    return c == '\n' || c == LINE || c == PARAGRAPH;
  }

  private static int place(String text, char c, int from, int end) {
    int place = text.indexOf(c, from, end);
    return place < 0 ? end : place;
  }
}
