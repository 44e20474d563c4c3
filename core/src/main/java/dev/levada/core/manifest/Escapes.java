package dev.levada.core.manifest;

/// Characters of a double-quoted YAML string.
final class Escapes {

  private Escapes() {}

  /// Whether a character can stand in output as it is; tabs and everything beyond the basic plane
  /// can not.
  static boolean isPrintable(int c) {
    if (c < 0x7F) {
      return c >= ' ' || c == '\n';
    }
    return c >= 0xA0 && c < 0xFFFE && c != 0xFEFF && !(c >= 0xD800 && c < 0xE000);
  }

  /// A text in double quotes, on one line.
  static String quoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(c, out));
    return out.append('"').toString();
  }

  /// Appends a character, escaped where it has to be.
  static void append(int c, StringBuilder out) {
    if (c == '"' || c == '\\') {
      out.append('\\').append((char) c);
    } else if (c != '\n' && c != 0x2028 && c != 0x2029 && isPrintable(c)) {
      out.append((char) c);
    } else {
      escape(c, out);
    }
  }

  /// Appends a character's escape, be it needed or not.
  static void escape(int c, StringBuilder out) {
    out.append('\\').append(c == '"' || c == '\\' ? Character.toString(c) : escape(c));
  }

  private static String escape(int c) {
    int known = "\0\u0007\b\t\n\u000b\f\r\u001b\u0085\u2028\u2029".indexOf(c);
    if (known >= 0) {
      return "0abtnvfreNLP".substring(known, known + 1);
    }
    if (c <= 0xFF) {
      return String.format("x%02X", c);
    }
    return c <= 0xFFFF ? String.format("u%04X", c) : String.format("U%08X", c);
  }
}
