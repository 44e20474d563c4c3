package dev.levada.core.manifest;

/// Line breaks of other alphabets (U+2028 and U+2029). To YAML 1.1 they end a line, but in a text
/// they stay what they are.
final class OtherBreaks {

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
    return Math.min(place(text, LINE, from), place(text, PARAGRAPH, from));
  }

  /// Where the next line ends, by one of these or by a line feed; the length of the text for its
  /// last line.
  static int lineEnd(String text, int from) {
    return Math.min(place(text, '\n', from), next(text, from));
  }

  /// Whether a character ends a line, be it one of these or a line feed.
  static boolean endsLine(char c) {
    return c == '\n' || c == LINE || c == PARAGRAPH;
  }

  private static int place(String text, char c, int from) {
    int place = text.indexOf(c, from);
    return place < 0 ? text.length() : place;
  }
}
