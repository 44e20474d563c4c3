package dev.levada.core.gotemplate.builtin;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.value.GoStrings;
import java.util.HexFormat;
import java.util.Locale;

/// `html`, `js` and `urlquery`.
final class Escaping {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Escaping() {}

  static String html(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\'' -> out.append("&#39;");
        case '"' -> out.append("&#34;");
        case 0 -> out.append('\uFFFD');
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static String script(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if ("\\'\"".indexOf(point) >= 0) {
        out.append('\\').append((char) point);
      } else if ("<>&=".indexOf(point) >= 0 || point < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04X", point));
      } else if (GoStrings.isStray(point) || point == 0x7f || Quotes.isPrint(point)) {
        out.appendCodePoint(point);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04X", point));
      }
      i += Character.charCount(point);
    }
    return out.toString();
  }

  static String query(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (byte b : GoStrings.bytes(text)) {
      char c = (char) (b & 0xff);
      if (c == ' ') {
        out.append('+');
      } else if (isUnreserved(c)) {
        out.append(c);
      } else {
        out.append('%').append(HEX.toHexDigits(b));
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || "-_.~".indexOf(c) >= 0;
  }
}
