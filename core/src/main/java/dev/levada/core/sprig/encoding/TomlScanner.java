package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import java.util.ArrayList;
import java.util.List;

/// Keys and values of TOML.
final class TomlScanner {

  private static final String BARE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  private static final int DEEPEST = 200;

  private final String text;
  private int at;
  private int depth;
  private String lastKey = "";

  TomlScanner(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  EncodingFailed failure(String message) {
    int line =
        1
            + (int)
                text.substring(0, Math.min(at, text.length()))
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
    String key = lastKey.isEmpty() ? "" : " (last key " + Quotes.quote(lastKey) + ")";
    return new EncodingFailed("toml: line " + line + key + ": " + message);
  }

  int peek() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private void skipLines() {
    for (skipBlanks(); "#\n\r".indexOf(peek()) >= 0; skipBlanks()) {
      if (peek() == '#') {
        skipComment();
      } else {
        at++;
      }
    }
  }

  private void skipComment() {
    while (peek() >= 0 && peek() != '\n') {
      at++;
    }
  }

  /// What complaints name from here on.
  void enterValueOf(List<String> key) {
    lastKey = String.join(".", key);
  }

  /// Whether there is another statement, which begins here.
  boolean nextStatement() {
    lastKey = "";
    skipLines();
    return peek() >= 0;
  }

  void expectLineEnd() throws EncodingFailed {
    lastKey = "";
    skipBlanks();
    if (peek() == '#') {
      skipComment();
    }
    if (peek() >= 0 && peek() != '\n' && peek() != '\r') {
      throw failure(
          "expected a top-level item to end with a newline, comment, or EOF, but got "
              + Quotes.quoteRune(peek(), false)
              + " instead");
    }
  }

  boolean startsArrayHeader() {
    at++;
    boolean array = peek() == '[';
    at += array ? 1 : 0;
    return array;
  }

  List<String> headerKey(boolean array) throws EncodingFailed {
    List<String> key = key();
    skipBlanks();
    if (peek() != ']' || (array && !text.startsWith("]]", at))) {
      throw failure(
          "expected '.' or ']' to end table name, but got "
              + (peek() < 0 ? "'\\x00'" : shown())
              + " instead");
    }
    at += array ? 2 : 1;
    return key;
  }

  private String shown() {
    return peek() < 0 ? "EOF" : Quotes.quoteRune(text.codePointAt(at), false);
  }

  List<String> key() throws EncodingFailed {
    var parts = new ArrayList<String>();
    do {
      at += parts.isEmpty() ? 0 : 1;
      skipBlanks();
      parts.add(keyPart());
      skipBlanks();
    } while (peek() == '.');
    return parts;
  }

  private String keyPart() throws EncodingFailed {
    if (peek() == '"' || peek() == '\'') {
      return TomlStrings.read(text, at, end -> at = end, this);
    }
    int start = at;
    while (peek() >= 0 && BARE.indexOf(peek()) >= 0) {
      at++;
    }
    if (at == start) {
      throw failure(
          peek() == '='
              ? "unexpected '=': key name appears blank"
              : "expected a key but found " + shown() + " instead");
    }
    return text.substring(start, at);
  }

  void expectAssignment() throws EncodingFailed {
    skipBlanks();
    if (peek() != '=') {
      throw failure(
          peek() < 0
              ? "unexpected EOF; expected key separator '='"
              : "expected '.' or '=', but got " + shown() + " instead");
    }
    at++;
    skipBlanks();
  }

  Object value(TomlReader reader) throws EncodingFailed {
    return switch (peek()) {
      case '"', '\'' -> TomlStrings.read(text, at, end -> at = end, this);
      case '[' -> array(reader);
      case '{' -> table(reader);
      default -> word();
    };
  }

  private void enter() throws EncodingFailed {
    at++;
    if (++depth > DEEPEST) {
      throw failure("values are nested more than " + DEEPEST + " deep");
    }
  }

  private GoList array(TomlReader reader) throws EncodingFailed {
    enter();
    var items = new ArrayList<Object>();
    skipLines();
    while (peek() != ']') {
      items.add(value(reader));
      skipLines();
      if (peek() == ',') {
        at++;
        skipLines();
      } else if (peek() != ']') {
        throw failure("expected a comma (',') or array terminator (']'), but got " + shown());
      }
    }
    at++;
    depth--;
    return GoList.copyOf(items);
  }

  private GoMap table(TomlReader reader) throws EncodingFailed {
    enter();
    GoMap map = GoMap.create();
    skipLines();
    while (peek() != '}') {
      List<String> key = key();
      expectAssignment();
      reader.put(map, key, value(reader));
      skipLines();
      if (peek() == ',') {
        at++;
        skipLines();
      } else if (peek() != '}') {
        throw failure(
            "expected a comma or an inline table terminator '}', but got " + shown() + " instead");
      }
    }
    at++;
    depth--;
    return map;
  }

  private Object word() throws EncodingFailed {
    int start = at;
    skipWord();
    boolean timeFollows = peek() == ' ' && at + 1 < text.length() && text.charAt(at + 1) <= '9';
    if (timeFollows
        && Character.isDigit(text.charAt(at + 1))
        && TomlNumbers.isDate(text.substring(start, at))) {
      at++;
      skipWord();
    }
    String word = text.substring(start, at);
    if (word.isEmpty()) {
      throw failure(
          peek() < 0
              ? "unexpected EOF; expected value"
              : "expected value but found " + shown() + " instead");
    }
    return TomlNumbers.read(word, this);
  }

  private void skipWord() {
    while (peek() >= 0 && ",]}#\n\r\t ".indexOf(peek()) < 0) {
      at++;
    }
  }
}
