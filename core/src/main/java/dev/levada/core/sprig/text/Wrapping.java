package dev.levada.core.sprig.text;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.value.GoStrings;
import java.nio.charset.StandardCharsets;

/// `wrap` and `wrapWith`: breaks at spaces.
final class Wrapping {

  private Wrapping() {}

  static String wrap(Call call, long width, String separator, boolean breaksWords, String given) {
    // Widths are bytes, as in Go.
    String text = bytewise(given);
    int wide = Math.clamp(width, 1, Integer.MAX_VALUE / 2);
    String between = separator.isEmpty() ? "\n" : bytewise(separator);
    call.spend(text.length() + (long) (text.length() / wide) * between.length());
    var out = new StringBuilder(text.length() + 16);
    int at = 0;
    while (text.length() - at > wide) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      int space = text.lastIndexOf(' ', at + wide);
      if (space < at) {
        space = breaksWords ? -1 : text.indexOf(' ', at + wide);
        if (space < 0 && !breaksWords) {
          break;
        }
      }
      int end = space < 0 ? at + wide : space;
      out.append(text, at, end).append(between);
      at = space < 0 ? end : space + 1;
    }
    String wrapped = out.append(text, at, text.length()).toString();
    return GoStrings.of(wrapped.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String bytewise(String text) {
    return new String(GoStrings.bytes(text), StandardCharsets.ISO_8859_1);
  }
}
