package dev.levada.core.kustomize;

import java.util.Map;
import java.util.TreeMap;

/// JSON text as Go's encoder writes it, which the hash in generated names is taken over.
final class GoJson {

  private GoJson() {}

  /// A string with its quotes.
  static String string(String text) {
    var out = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(c, out));
    return out.append('"').toString();
  }

  /// A map of strings, sorted by the bytes of its keys.
  static String map(Map<String, String> texts) {
    var sorted = new TreeMap<String, String>(GoJson::byCodePoints);
    sorted.putAll(texts);
    var out = new StringBuilder("{");
    sorted.forEach((key, value) -> {
      if (out.length() > 1) {
        out.append(',');
      }
      out.append(string(key)).append(':').append(string(value));
    });
    return out.append('}').toString();
  }

  private static int byCodePoints(String a, String b) {
    return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  private static void append(int c, StringBuilder out) {
    int known = "\"\\\b\f\n\r\t".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("\"\\bfnrt".charAt(known));
    } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
      out.append(String.format("\\u%04x", c));
    } else if (c >= 0xD800 && c < 0xE000) {
      out.append('\uFFFD');
    } else {
      out.appendCodePoint(c);
    }
  }
}
