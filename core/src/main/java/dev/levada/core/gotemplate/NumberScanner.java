package dev.levada.core.gotemplate;

/// Finds where a number of a template ends; whether it is one is seen later.
final class NumberScanner {

  private static final String DECIMAL = "0123456789_";
  private static final String HEXADECIMAL = "0123456789abcdefABCDEF_";

  private NumberScanner() {}

  /// The end of the number at a place; negative where something follows that makes it none.
  static int end(String input, int from) {
    int at = scan(input, from);
    return at < input.length() && Lexer.isWordPart(input.codePointAt(at)) ? -1 : at;
  }

  /// What an error shows: the number and the character after it.
  static String bad(String input, int from, int start) {
    int at = scan(input, from);
    int end = at < input.length() ? at + Character.charCount(input.codePointAt(at)) : at;
    return input.substring(start, end);
  }

  private static int scan(String input, int from) {
    int at = accept(input, from, "+-", 1);
    String digits = DECIMAL;
    if (at < input.length() && input.charAt(at) == '0') {
      at++;
      String base = base(input, at);
      if (!base.isEmpty()) {
        digits = base;
        at++;
      }
    }
    at = accept(input, at, digits, Integer.MAX_VALUE);
    if (accept(input, at, ".", 1) > at) {
      at = accept(input, at + 1, digits, Integer.MAX_VALUE);
    }
    at = exponent(input, at, digits);
    return accept(input, at, "i", 1);
  }

  private static String base(String input, int at) {
    char c = at < input.length() ? input.charAt(at) : ' ';
    return switch (c) {
      case 'x', 'X' -> HEXADECIMAL;
      case 'o', 'O' -> "01234567_";
      case 'b', 'B' -> "01_";
      default -> "";
    };
  }

  private static int exponent(String input, int at, String digits) {
    String marks = digits.equals(DECIMAL) ? "eE" : digits.equals(HEXADECIMAL) ? "pP" : "";
    int after = accept(input, at, marks, 1);
    if (after == at) {
      return at;
    }
    return accept(input, accept(input, after, "+-", 1), DECIMAL, Integer.MAX_VALUE);
  }

  private static int accept(String input, int from, String characters, int most) {
    int at = from;
    while (at < input.length() && at - from < most && characters.indexOf(input.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
