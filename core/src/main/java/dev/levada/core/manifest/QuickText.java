package dev.levada.core.manifest;

import java.nio.charset.StandardCharsets;

/// The text that the quick reader stands in: where it is, and how it gets to the next thing.
class QuickText {

  /// What a byte means to who looks for the end of an unquoted text.
  static final byte ORDINARY = 0;

  static final byte LINE_END = 1;
  static final byte COLON = 2;
  static final byte SPACE = 3;
  static final byte FLOW = 4;
  static final byte REFUSED = 5;

  private static final byte[] CLASSES = classes();

  final byte[] bytes;
  int position;
  int end;
  int lineStart;
  private int start;

  QuickText(byte[] bytes) {
    this.bytes = bytes;
  }

  private static byte[] classes() {
    var classes = new byte[256];
    for (int c = 0; c < ' '; c++) {
      classes[c] = REFUSED;
    }
    classes[0x7F] = REFUSED;
    classes['\n'] = LINE_END;
    classes[':'] = COLON;
    classes[' '] = SPACE;
    for (char c : new char[] {',', '[', ']', '{', '}'}) {
      classes[c] = FLOW;
    }
    return classes;
  }

  /// Goes to the beginning of a document.
  final void begin(int from, int to) {
    start = from;
    position = from;
    lineStart = from;
    end = to;
  }

  /// What is surely wrong in this line of the document.
  final MalformedManifest malformed(String problem) {
    int line = 1;
    for (int i = start; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return new MalformedManifest("yaml: " + (line > 1 ? "line " + line + ": " : "") + problem);
  }

  static byte classOf(byte b) {
    return CLASSES[b & 0xFF];
  }

  final int column() {
    return position - lineStart;
  }

  final boolean atEnd() {
    return position >= end;
  }

  /// The byte so far ahead; a line break behind the end.
  final byte peek(int ahead) {
    int at = position + ahead;
    return at < end ? bytes[at] : (byte) '\n';
  }

  final boolean isBlank(int at) {
    return at >= end || bytes[at] == ' ' || bytes[at] == '\n';
  }

  final void skipSpaces() {
    int p = position;
    while (p < end && bytes[p] == ' ') {
      p++;
    }
    position = p;
  }

  /// Goes to the next thing that is neither white space nor comment. Must be called where a comment
  /// may begin.
  final void skipBlank() {
    while (position < end) {
      byte b = bytes[position];
      if (b == ' ') {
        position++;
      } else if (b == '\n') {
        position++;
        lineStart = position;
      } else if (b == '#') {
        skipComment();
      } else if (b == '\t' || (b == '.' && column() == 0)) {
        throw UnusualYaml.INSTANCE;
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    while (position < end && bytes[position] != '\n') {
      byte b = bytes[position];
      if (b >= 0 && classOf(b) == REFUSED && b != '\t') {
        throw UnusualYaml.INSTANCE;
      }
      position++;
    }
  }

  /// Ends a line: nothing but spaces and a comment may follow.
  final void endLine() {
    int before = position;
    skipSpaces();
    if (atEnd()) {
      return;
    }
    byte b = bytes[position];
    if (b == '\n' || (b == '#' && position > before)) {
      skipBlank();
    } else {
      throw UnusualYaml.INSTANCE;
    }
  }

  final String string(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
