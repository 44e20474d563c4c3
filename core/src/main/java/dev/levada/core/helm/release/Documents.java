package dev.levada.core.helm.release;

import java.util.ArrayList;
import java.util.List;

/// Splits a rendered file into documents: at lines that begin with three dashes, which go away with
/// the blanks behind them. White space before a document goes, what stands at its end stays.
public final class Documents {

  private Documents() {}

  /// The documents that are not empty.
  public static List<String> split(String text) {
    var documents = new ArrayList<String>();
    int start = 0;
    for (int at = separator(text, 0); at >= 0; at = separator(text, start)) {
      add(text, start, at, documents);
      start = at + 3;
      while (start < text.length() && isBlank(text.charAt(start))) {
        start++;
      }
    }
    add(text, start, text.length(), documents);
    return documents;
  }

  private static int separator(String text, int from) {
    int at = text.indexOf("---", from);
    while (at > 0 && text.charAt(at - 1) != '\n') {
      at = text.indexOf("---", at + 1);
    }
    return at;
  }

  private static void add(String text, int start, int end, List<String> documents) {
    int from = start;
    while (from < end && isWhite(text.charAt(from))) {
      from++;
    }
    if (from < end) {
      documents.add(text.substring(from, end));
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /// A text without Go's white space at both ends.
  public static String trim(String text) {
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

  static boolean isWhite(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u0085'
        || (c >= '\u00A0' && Character.isSpaceChar(c));
  }
}
