package dev.levada.core.sprig.encoding;

import java.util.function.IntConsumer;

/// Strings of TOML: basic and literal, of one line and of several.
final class TomlStrings {

  // A string may end in two quotes of its own before the three that close it.
  private static final int LONGEST_END = 5;

  private TomlStrings() {}

  static String read(String text, int start, IntConsumer end, TomlScanner in)
      throws EncodingFailed {
    char mark = text.charAt(start);
    String triple = String.valueOf(mark).repeat(3);
    boolean multiLine = text.startsWith(triple, start);
    String close = multiLine ? triple : String.valueOf(mark);
    int at = firstCharacter(text, start + close.length(), multiLine);
    var out = new StringBuilder();
    while (!text.startsWith(close, at)) {
      at = next(text, at, out, mark, multiLine, in);
    }
    int after = at + close.length();
    while (multiLine && text.startsWith(String.valueOf(mark), after) && after - at < LONGEST_END) {
      out.append(mark);
      after++;
    }
    end.accept(after);
    return out.toString();
  }

  private static int firstCharacter(String text, int from, boolean multiLine) {
    if (multiLine && text.startsWith("\r\n", from)) {
      return from + 2;
    }
    return multiLine && text.startsWith("\n", from) ? from + 1 : from;
  }

  private static int next(
      String text, int at, StringBuilder out, char mark, boolean multiLine, TomlScanner in)
      throws EncodingFailed {
    if (at >= text.length()) {
      throw in.failure("unexpected EOF; expected " + (mark == '"' ? "'\"'" : "\"'\""));
    }
    char c = text.charAt(at);
    if (c == '\n' && !multiLine) {
      throw in.failure("strings cannot contain newlines");
    }
    if (c == '\\' && mark == '"') {
      return escape(text, at + 1, out, multiLine, in);
    }
    out.append(c);
    return at + 1;
  }

  private static int escape(
      String text, int at, StringBuilder out, boolean multiLine, TomlScanner in)
      throws EncodingFailed {
    char c = at < text.length() ? text.charAt(at) : ' ';
    int known = "btnfr\"\\e".indexOf(c);
    if (known >= 0) {
      out.append("\b\t\n\f\r\"\\\u001b".charAt(known));
      return at + 1;
    }
    if (c == 'u' || c == 'U') {
      return unicode(text, at + 1, c == 'u' ? 4 : 8, out, in);
    }
    if (multiLine && Character.isWhitespace(c)) {
      int end = at;
      while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      return end;
    }
    throw in.failure("invalid escape in string '\\" + c + "'");
  }

  private static int unicode(String text, int at, int digits, StringBuilder out, TomlScanner in)
      throws EncodingFailed {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at + i < text.length() ? Character.digit(text.charAt(at + i), 16) : -1;
      if (digit < 0) {
        throw in.failure("expected hexadecimal digits in a Unicode escape");
      }
      value = value * 16 + digit;
    }
    if (!Character.isValidCodePoint(value)) {
      throw in.failure("escaped character is not valid UTF-8");
    }
    out.appendCodePoint(value);
    return at + digits;
  }
}
