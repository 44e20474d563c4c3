package dev.levada.core.edit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Replacements of stretches of a text, put together at the end.
final class Rewrite {

  private final String text;
  private final Map<Integer, Stretch> stretches = new TreeMap<>();

  private record Stretch(int end, String replacement) {}

  Rewrite(String text) {
    this.text = text;
  }

  /// Puts a text in the place of a stretch; of a stretch of no length, before what stands there and
  /// behind what was put there before.
  void replace(int start, int end, String replacement) {
    stretches.merge(
        start,
        new Stretch(end, replacement),
        (first, second) ->
            new Stretch(
                Math.max(first.end(), second.end()), first.replacement() + second.replacement()));
  }

  boolean isEmpty() {
    return stretches.isEmpty();
  }

  byte[] bytes() {
    var out = new StringBuilder(text.length() + 64);
    int at = 0;
    for (var each : stretches.entrySet()) {
      out.append(text, at, each.getKey()).append(each.getValue().replacement());
      at = each.getValue().end();
    }
    return out.append(text, at, text.length()).toString().getBytes(StandardCharsets.UTF_8);
  }
}
