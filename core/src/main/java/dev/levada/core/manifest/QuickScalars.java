package dev.levada.core.manifest;

import java.util.Arrays;

/// Reads plain and quoted scalars, those over several lines included.
class QuickScalars extends QuickText {

  /// Longer keys are an error of their own.
  static final int LONGEST_KEY = 1000;

  final TextPool pool;
  private byte[] scratch = new byte[128];
  private int scratched;

  QuickScalars(byte[] bytes, TextPool pool) {
    super(bytes);
    this.pool = pool;
  }

  /// Whether a colon that ends a key is next.
  final boolean atKeyEnd(int start) {
    if (peek(0) != ':' || !isBlank(position + 1)) {
      return false;
    }
    if (position - start > LONGEST_KEY) {
      throw UnusualYaml.INSTANCE;
    }
    return true;
  }

  /// Goes to where an unquoted text ends on this line and gives the place behind its last character
  /// that is not a space.
  final int plainEnd(boolean inFlow) {
    int p = position;
    byte[] b = bytes;
    while (p < end) {
      byte type = classOf(b[p]);
      if (type == LINE_END || (type == FLOW && inFlow)) {
        break;
      }
      if (type == REFUSED) {
        throw UnusualYaml.INSTANCE;
      }
      if (type == COLON && (isBlank(p + 1) || (inFlow && classOf(b[p + 1]) == FLOW))) {
        break;
      }
      if (type == SPACE && p + 1 < end && b[p + 1] == '#') {
        break;
      }
      p++;
    }
    position = p;
    while (b[p - 1] == ' ') {
      p--;
    }
    return p;
  }

  /// The rest of a plain scalar whose first line ends at `to`; further lines must be indented
  /// deeper than the parent.
  final Scalar plain(int from, int to, int parentIndent) {
    if (!atEnd() && peek(0) != '\n') {
      return pool.scalar(bytes, from, to); // a comment, which ends it
    }
    int next = continuation(parentIndent);
    if (next < 0) {
      return pool.scalar(bytes, from, to);
    }
    scratched = 0;
    scratch(from, to);
    while (next >= 0) {
      fold();
      position = next;
      int start = position;
      int lineEnd = plainEnd(false);
      if (lineEnd <= start || peek(0) == ':') {
        throw UnusualYaml.INSTANCE;
      }
      scratch(start, lineEnd);
      next = peek(0) == '\n' ? continuation(parentIndent) : -1;
    }
    return pool.scalar(scratch, 0, scratched);
  }

  private int breaks;

  /// Where the scalar goes on behind line breaks, or -1 where it does not. Counts the breaks.
  private int continuation(int parentIndent) {
    int p = position;
    int start = lineStart;
    breaks = 0;
    while (p < end && (bytes[p] == '\n' || isWhite(bytes[p]))) {
      if (bytes[p] == '\n') {
        breaks++;
        start = p + 1;
      } else if (bytes[p] == '\t' && p - start <= parentIndent) {
        throw UnusualYaml.INSTANCE;
      }
      p++;
    }
    if (p >= end || p - start <= parentIndent || bytes[p] == '#') {
      return -1;
    }
    if (p == start && isMarker(p)) {
      throw UnusualYaml.INSTANCE;
    }
    lineStart = start;
    return p;
  }

  final boolean isMarker(int p) {
    return p + 2 < end && bytes[p] == '.' && bytes[p + 1] == '.' && bytes[p + 2] == '.';
  }

  private void fold() {
    if (breaks == 1) {
      scratch((byte) ' ');
    } else {
      for (int i = 1; i < breaks; i++) {
        scratch((byte) '\n');
      }
    }
  }

  /// A quoted text; stands behind its closing quote afterwards.
  final String quoted() {
    byte quote = bytes[position];
    int from = ++position;
    int p = from;
    while (p < end) {
      byte b = bytes[p];
      if (b == quote && (quote == '"' || p + 1 >= end || bytes[p + 1] != '\'')) {
        position = p + 1;
        return string(from, p);
      }
      if (b == quote || b == '\n' || (b == '\\' && quote == '"')) {
        scratched = 0;
        scratch(from, p);
        position = p;
        return quote == '"' ? doubleQuoted() : singleQuoted();
      }
      if (b >= 0 && b < ' ' && b != '\t') {
        throw UnusualYaml.INSTANCE;
      }
      p++;
    }
    throw UnusualYaml.INSTANCE;
  }

  private String singleQuoted() {
    while (position < end) {
      byte b = bytes[position];
      if (b == '\n') {
        foldQuoted(0);
      } else if (b != '\'') {
        scratchContent(b);
      } else {
        position++;
        if (peek(0) != '\'') {
          return scratchText();
        }
        scratchContent(b); // two in a row are one
      }
    }
    throw UnusualYaml.INSTANCE;
  }

  private String doubleQuoted() {
    int kept = 0; // escaped white space is not trimmed at the end of a line
    while (position < end) {
      byte b = bytes[position];
      if (b == '"') {
        position++;
        return scratchText();
      }
      if (b == '\\') {
        position++;
        escape();
        kept = scratched;
      } else if (b == '\n') {
        foldQuoted(kept);
      } else {
        scratchContent(b);
      }
    }
    throw UnusualYaml.INSTANCE;
  }

  private void scratchContent(byte b) {
    if (b >= 0 && b < ' ' && b != '\t') {
      throw UnusualYaml.INSTANCE;
    }
    scratch(b);
    position++;
  }

  private void foldQuoted(int kept) {
    while (scratched > kept && isWhite(scratch[scratched - 1])) {
      scratched--;
    }
    nextQuotedLine();
    fold();
  }

  /// Goes to the next text of a quoted scalar and counts the line breaks on the way.
  private void nextQuotedLine() {
    breaks = 0;
    while (position < end && (bytes[position] == '\n' || isWhite(bytes[position]))) {
      if (bytes[position] == '\n') {
        breaks++;
        lineStart = position + 1;
      }
      position++;
    }
    if (atEnd() || (column() == 0 && isMarker(position))) {
      throw UnusualYaml.INSTANCE;
    }
  }

  private static boolean isWhite(byte b) {
    return b == ' ' || b == '\t';
  }

  private void escape() {
    byte b = peek(0);
    if (b == '\n') {
      nextQuotedLine();
      for (int i = 1; i < breaks; i++) {
        scratch((byte) '\n');
      }
      return;
    }
    position++;
    int digits = b == 'x' ? 2 : b == 'u' ? 4 : 0;
    scratch(digits == 0 ? simple(b) : hexadecimal(digits));
  }

  private static int simple(byte b) {
    return switch (b) {
      case '0' -> 0;
      case 'a' -> 0x07;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> 0x1B;
      case '"', '\'', '\\', '\t', ' ' -> b;
      case 'N' -> 0x85;
      case '_' -> 0xA0;
      case 'L' -> 0x2028;
      case 'P' -> 0x2029;
      default -> throw UnusualYaml.INSTANCE;
    };
  }

  private int hexadecimal(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(peek(0), 16);
      if (digit < 0) {
        throw UnusualYaml.INSTANCE;
      }
      value = value * 16 + digit;
      position++;
    }
    if (Character.isSurrogate((char) value)) {
      throw malformed("found invalid Unicode character escape code");
    }
    return value;
  }

  final void clearScratch() {
    scratched = 0;
  }

  final String scratchText() {
    return new String(scratch, 0, scratched, java.nio.charset.StandardCharsets.UTF_8);
  }

  final void scratch(int from, int to) {
    room(to - from);
    System.arraycopy(bytes, from, scratch, scratched, to - from);
    scratched += to - from;
  }

  final void scratch(byte b) {
    room(1);
    scratch[scratched++] = b;
  }

  private void scratch(int character) {
    if (character < 0x80) {
      scratch((byte) character);
    } else if (character < 0x800) {
      scratch((byte) (0xC0 | (character >> 6)));
      scratch((byte) (0x80 | (character & 0x3F)));
    } else {
      scratch((byte) (0xE0 | (character >> 12)));
      scratch((byte) (0x80 | ((character >> 6) & 0x3F)));
      scratch((byte) (0x80 | (character & 0x3F)));
    }
  }

  private void room(int more) {
    if (scratched + more > scratch.length) {
      scratch = Arrays.copyOf(scratch, Math.max(scratch.length * 2, scratched + more));
    }
  }
}
