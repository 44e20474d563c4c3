package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.Token.Kind;
import dev.levada.core.gotemplate.format.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Cuts a text into tokens. What is wrong becomes the last token, so that the parser can complain
/// first of what stands before it.
final class Lexer {

  private static final String LEFT = "{{";
  private static final String RIGHT = "}}";
  private static final String LEFT_COMMENT = "/*";
  private static final String RIGHT_COMMENT = "*/";
  private static final int TRIM = 2;

  private static final Map<String, Kind> WORDS =
      Map.ofEntries(
          Map.entry("true", Kind.BOOL),
          Map.entry("false", Kind.BOOL),
          Map.entry("block", Kind.BLOCK),
          Map.entry("break", Kind.BREAK),
          Map.entry("continue", Kind.CONTINUE),
          Map.entry("define", Kind.DEFINE),
          Map.entry("else", Kind.ELSE),
          Map.entry("end", Kind.END),
          Map.entry("if", Kind.IF),
          Map.entry("nil", Kind.NIL),
          Map.entry("range", Kind.RANGE),
          Map.entry("template", Kind.TEMPLATE),
          Map.entry("with", Kind.WITH));

  private final String input;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;
  private int parentheses;
  private boolean failed;

  private Lexer(String input) {
    this.input = input;
  }

  static List<Token> tokens(String input) {
    var lexer = new Lexer(input);
    while (!lexer.failed && lexer.position < input.length()) {
      lexer.text();
    }
    if (!lexer.failed) {
      lexer.emit(Kind.END_OF_TEXT, lexer.position);
    }
    return lexer.tokens;
  }

  private void text() {
    int left = input.indexOf(LEFT, position);
    if (left < 0) {
      emit(Kind.TEXT, input.length());
      return;
    }
    boolean trims = hasLeftTrim(left + LEFT.length());
    int end = trims ? trimmedEnd(position, left) : left;
    if (end > position) {
      emit(Kind.TEXT, end);
    }
    skip(left);
    int inside = left + LEFT.length() + (trims ? TRIM : 0);
    if (input.startsWith(LEFT_COMMENT, inside)) {
      comment(inside);
    } else {
      emit(Kind.LEFT_DELIMITER, left + LEFT.length());
      skip(inside);
      parentheses = 0;
      action();
    }
  }

  private int trimmedEnd(int from, int to) {
    int end = to;
    while (end > from && isSpace(input.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean hasLeftTrim(int at) {
    return at + 1 < input.length() && input.charAt(at) == '-' && isSpace(input.charAt(at + 1));
  }

  private boolean hasRightTrim(int at) {
    return at + 1 < input.length() && isSpace(input.charAt(at)) && input.charAt(at + 1) == '-';
  }

  /// How long the right delimiter at a place is; 0 where there is none.
  private int rightDelimiter(int at) {
    if (hasRightTrim(at) && input.startsWith(RIGHT, at + TRIM)) {
      return TRIM + RIGHT.length();
    }
    return input.startsWith(RIGHT, at) ? RIGHT.length() : 0;
  }

  private void comment(int from) {
    skip(from);
    int close = input.indexOf(RIGHT_COMMENT, from + LEFT_COMMENT.length());
    if (close < 0) {
      fail("unclosed comment");
      return;
    }
    int after = close + RIGHT_COMMENT.length();
    int delimiter = rightDelimiter(after);
    if (delimiter == 0) {
      skip(after);
      fail("comment ends before closing delimiter");
      return;
    }
    skip(after + delimiter);
    if (delimiter > RIGHT.length()) {
      skipSpace();
    }
  }

  private void skipSpace() {
    int end = position;
    while (end < input.length() && isSpace(input.charAt(end))) {
      end++;
    }
    skip(end);
  }

  private void action() {
    while (!failed) {
      int delimiter = rightDelimiter(position);
      if (delimiter > 0) {
        close(delimiter);
        return;
      }
      if (position >= input.length()) {
        fail("unclosed action");
        return;
      }
      inside(input.codePointAt(position));
    }
  }

  private void close(int delimiter) {
    if (parentheses > 0) {
      fail("unclosed left paren");
      return;
    }
    boolean trims = delimiter > RIGHT.length();
    if (trims) {
      skip(position + TRIM);
    }
    emit(Kind.RIGHT_DELIMITER, position + RIGHT.length());
    if (trims) {
      skipSpace();
    }
  }

  private void inside(int c) {
    switch (c) {
      case ' ', '\t', '\r', '\n' -> space();
      case '"' -> quoted();
      case '`' -> rawQuoted();
      case '\'' -> character();
      case '$' -> name(Kind.VARIABLE);
      case '.' -> dot();
      default -> symbol(c);
    }
  }

  private void symbol(int c) {
    switch (c) {
      case '=' -> emit(Kind.ASSIGN, position + 1);
      case '|' -> emit(Kind.PIPE, position + 1);
      case ':' -> declare();
      case '(' -> {
        emit(Kind.LEFT_PARENTHESIS, position + 1);
        parentheses++;
      }
      case ')' -> closeParenthesis();
      case '+', '-' -> number();
      default -> other(c);
    }
  }

  private void declare() {
    if (input.startsWith(":=", position)) {
      emit(Kind.DECLARE, position + 2);
    } else {
      fail("expected :=");
    }
  }

  private void closeParenthesis() {
    parentheses--;
    if (parentheses < 0) {
      fail("unexpected right paren");
    } else {
      emit(Kind.RIGHT_PARENTHESIS, position + 1);
    }
  }

  private void other(int c) {
    if (c >= '0' && c <= '9') {
      number();
    } else if (isWordPart(c)) {
      word();
    } else if (c > ' ' && c < 0x7f) {
      emit(Kind.CHARACTER, position + 1);
    } else {
      fail("unrecognized character in action: " + Quotes.unicode(c));
    }
  }

  private void space() {
    int end = position;
    while (end < input.length() && isSpace(input.charAt(end))) {
      // The space of a trim marker belongs to the delimiter.
      if (hasRightTrim(end) && input.startsWith(RIGHT, end + TRIM)) {
        break;
      }
      end++;
    }
    emit(Kind.SPACE, end);
  }

  private void dot() {
    boolean digit = position + 1 < input.length() && isDigit(input.charAt(position + 1));
    if (digit) {
      number();
    } else {
      name(Kind.FIELD);
    }
  }

  private void name(Kind kind) {
    int end = wordEnd(position + 1);
    if (!endsWord(end)) {
      badCharacter(end);
      return;
    }
    boolean lone = end == position + 1 && kind == Kind.FIELD;
    emit(lone ? Kind.DOT : kind, end);
  }

  private void word() {
    int end = wordEnd(position);
    if (!endsWord(end)) {
      badCharacter(end);
      return;
    }
    emit(WORDS.getOrDefault(input.substring(position, end), Kind.IDENTIFIER), end);
  }

  private void badCharacter(int at) {
    fail("bad character " + Quotes.unicode(input.codePointAt(at)));
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < input.length() && isWordPart(input.codePointAt(end))) {
      end += Character.charCount(input.codePointAt(end));
    }
    return end;
  }

  private boolean endsWord(int at) {
    return at >= input.length()
        || " \t\r\n.,|:)(".indexOf(input.charAt(at)) >= 0
        || input.startsWith(RIGHT, at);
  }

  private void quoted() {
    int end = quoteEnd('"');
    if (end < 0) {
      fail("unterminated quoted string");
    } else {
      emit(Kind.STRING, end);
    }
  }

  private void character() {
    int end = quoteEnd('\'');
    if (end < 0) {
      fail("unterminated character constant");
    } else {
      emit(Kind.CONSTANT_CHARACTER, end);
    }
  }

  private int quoteEnd(char mark) {
    for (int i = position + 1; i < input.length(); i++) {
      char c = input.charAt(i);
      if (c == mark) {
        return i + 1;
      }
      if (c == '\\') {
        i++;
        c = i < input.length() ? input.charAt(i) : '\n';
      }
      if (c == '\n') {
        return -1;
      }
    }
    return -1;
  }

  private void rawQuoted() {
    int close = input.indexOf('`', position + 1);
    if (close < 0) {
      fail("unterminated raw quoted string");
    } else {
      emit(Kind.RAW_STRING, close + 1);
    }
  }

  private void number() {
    int end = NumberScanner.end(input, position);
    boolean complex = end > 0 && end < input.length() && "+-".indexOf(input.charAt(end)) >= 0;
    int whole = complex ? NumberScanner.end(input, end) : end;
    if (end < 0 || whole < 0 || (complex && input.charAt(whole - 1) != 'i')) {
      fail(
          "bad number syntax: "
              + Quotes.quote(NumberScanner.bad(input, complex ? end : position, position)));
    } else {
      emit(complex ? Kind.COMPLEX : Kind.NUMBER, whole);
    }
  }

  private void emit(Kind kind, int end) {
    tokens.add(new Token(kind, position, input.substring(position, end), line));
    skip(end);
  }

  private void skip(int end) {
    for (int i = input.indexOf('\n', position); i >= 0 && i < end; i = input.indexOf('\n', i + 1)) {
      line++;
    }
    position = end;
  }

  private void fail(String message) {
    tokens.add(new Token(Kind.ERROR, position, message, line));
    failed = true;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWordPart(int c) {
    return c == '_'
        || Character.isLetter(c)
        || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
  }
}
