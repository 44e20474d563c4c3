package dev.levada.core.sprig.time;

import dev.levada.core.gotemplate.value.GoStrings;

/// Texts in quotes as Go's time package has them: byte by byte, but for plain ASCII.
final class TimeQuotes {

  private TimeQuotes() {}

  static String quote(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    for (byte each : GoStrings.bytes(text)) {
      int b = each & 0xff;
      if (b >= 0x80 || b < ' ') {
        out.append("\\x")
            .append(Character.forDigit(b >> 4, 16))
            .append(Character.forDigit(b & 15, 16));
      } else {
        if (b == '"' || b == '\\') {
          out.append('\\');
        }
        out.append((char) b);
      }
    }
    return out.append('"').toString();
  }
}
