package dev.levada.core.kustomize;

import java.util.ArrayList;
import java.util.List;

/// The words and signs of a label selector, one after the other.
final class SelectorTokens {

  private static final String SIGNS = "=!(),<>";

  private final List<String> tokens = new ArrayList<>();
  private int at;

  SelectorTokens(String text) {
    int start = 0;
    while (start < text.length()) {
      char first = text.charAt(start);
      int end = start + 1;
      if (SIGNS.indexOf(first) >= 0) {
        boolean two = "=!".indexOf(first) >= 0 && end < text.length() && text.charAt(end) == '=';
        end += two ? 1 : 0;
        tokens.add(text.substring(start, end));
      } else if (!isBlank(first)) {
        while (end < text.length()
            && SIGNS.indexOf(text.charAt(end)) < 0
            && !isBlank(text.charAt(end))) {
          end++;
        }
        tokens.add(text.substring(start, end));
      }
      start = end;
    }
  }

  private static boolean isBlank(char each) {
    return each == ' ' || each == '\t' || each == '\r' || each == '\n';
  }

  /// The next token, which stays; empty at the end.
  String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  /// The next token, which is taken; empty at the end.
  String take() {
    String next = peek();
    at++;
    return next;
  }

  /// Whether a token is a word, not a sign or the end.
  static boolean isWord(String token) {
    return !token.isEmpty() && SIGNS.indexOf(token.charAt(0)) < 0;
  }
}
