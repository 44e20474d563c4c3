package dev.levada.core.helm;

/// What Go does with text where Java differs.
final class GoText {

  private GoText() {}

  /// Without Unicode white space at both ends.
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhite(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhite(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isWhite(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u0085'
        || (c >= '\u00A0' && Character.isSpaceChar(c));
  }
}
