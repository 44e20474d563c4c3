package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.Token.Kind;
import java.util.List;

/// The tokens of a text, one after the other, and the complaints about them.
final class Tokens {

  private final String file;
  private final List<Token> tokens;
  private int next;
  private int actionLine;

  Tokens(Source source) {
    this.file = source.file();
    this.tokens = Lexer.tokens(source.text());
  }

  Token next() {
    Token token = peek();
    if (next < tokens.size()) {
      next++;
    }
    return token;
  }

  Token peek() {
    return tokens.get(Math.min(next, tokens.size() - 1));
  }

  Token nextNonSpace() {
    skipSpace();
    return next();
  }

  Token peekNonSpace() {
    skipSpace();
    return peek();
  }

  private void skipSpace() {
    while (peek().is(Kind.SPACE)) {
      next++;
    }
  }

  int mark() {
    return next;
  }

  void reset(int mark) {
    next = mark;
  }

  void enterAction(int line) {
    actionLine = line;
  }

  void leaveAction() {
    actionLine = 0;
  }

  Token expect(Kind kind, String context) {
    Token token = nextNonSpace();
    if (!token.is(kind)) {
      throw unexpected(token, context);
    }
    return token;
  }

  ParseFailed unexpected(Token token, String context) {
    if (!token.is(Kind.ERROR)) {
      return failure("unexpected " + token.shown() + " in " + context);
    }
    String started = "";
    if (actionLine != 0 && actionLine != token.line()) {
      started = " in action started at " + file + ":" + actionLine;
      if (token.text().endsWith(" action")) {
        started = started.substring(" in action".length());
      }
    }
    return failure(token.text() + started);
  }

  /// A failure at the token that was read or looked at last.
  ParseFailed failure(String text) {
    int last = Math.clamp(lookedAt(), 0, tokens.size() - 1);
    return new ParseFailed(file, tokens.get(last).line(), text);
  }

  private int lookedAt() {
    return next - 1;
  }
}
