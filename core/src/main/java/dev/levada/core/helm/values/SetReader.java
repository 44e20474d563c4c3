package dev.levada.core.helm.values;

/// Reads an expression character by character. A backslash takes the character behind it as it is.
final class SetReader {

  /// What {@link #stop} says at the end of the text.
  static final char END = '\0';

  private final String text;
  private final boolean escapes;
  private int at;
  private char stop;

  SetReader(String text, boolean escapes) {
    this.text = text;
    this.escapes = escapes;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /// Whether the next character is this one, which is then taken.
  boolean take(char c) {
    if (!atEnd() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  /// The text up to one of the characters, which is taken too, or to the end.
  String until(String stops) {
    var word = new StringBuilder();
    stop = END;
    while (!atEnd()) {
      char c = text.charAt(at);
      at++;
      if (escapes && c == '\\') {
        if (!atEnd()) {
          word.append(text.charAt(at));
          at++;
        }
      } else if (stops.indexOf(c) >= 0) {
        stop = c;
        break;
      } else {
        word.append(c);
      }
    }
    return word.toString();
  }

  /// The character at which the last text ended.
  char stop() {
    return stop;
  }

  /// Everything that is left.
  String rest() {
    return text.substring(at);
  }

  /// Goes on behind some characters of what is left.
  void skip(int count) {
    at += count;
  }
}
