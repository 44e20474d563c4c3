package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.format.Printf;

/// A piece of a template's text.
///
/// @param kind what it is
/// @param position where it starts, in characters
/// @param text as it stands there; for an error what is wrong
/// @param line counted from 1
record Token(Kind kind, int position, String text, int line) {

  private static final int SHOWN = 10;

  /// The kinds of tokens.
  enum Kind {
    ERROR,
    BOOL,
    CHARACTER,
    CONSTANT_CHARACTER,
    COMPLEX,
    ASSIGN,
    DECLARE,
    END_OF_TEXT,
    FIELD,
    IDENTIFIER,
    LEFT_DELIMITER,
    LEFT_PARENTHESIS,
    NUMBER,
    PIPE,
    RAW_STRING,
    RIGHT_DELIMITER,
    RIGHT_PARENTHESIS,
    SPACE,
    STRING,
    TEXT,
    VARIABLE,
    DOT,
    NIL,
    BLOCK,
    BREAK,
    CONTINUE,
    DEFINE,
    ELSE,
    END,
    IF,
    RANGE,
    TEMPLATE,
    WITH;

    /// Words, and what counts as words: a lone dot and nil.
    boolean isKeyword() {
      return compareTo(DOT) >= 0;
    }

    /// Whether an operand can begin with it.
    boolean beginsOperand() {
      return switch (this) {
        case BOOL, CONSTANT_CHARACTER, COMPLEX, NUMBER -> true;
        default -> beginsName();
      };
    }

    private boolean beginsName() {
      return switch (this) {
        case DOT, FIELD, IDENTIFIER, NIL, RAW_STRING, STRING, VARIABLE, LEFT_PARENTHESIS -> true;
        default -> false;
      };
    }
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /// As error texts show it.
  String shown() {
    if (kind == Kind.END_OF_TEXT) {
      return "EOF";
    }
    if (kind == Kind.ERROR) {
      return text;
    }
    if (kind.isKeyword()) {
      return "<" + text + ">";
    }
    // Go measures bytes and cuts characters.
    return dev.levada.core.gotemplate.value.GoStrings.length(text) > SHOWN
        ? Printf.format("%.10q...", text)
        : Printf.format("%q", text);
  }
}
