package dev.levada.core.kustomize;

import java.util.Arrays;
import java.util.List;

/// A path in a JSON patch.
///
/// @param text as written
/// @param keys its parts, without escapes; none for the whole document
record JsonPointer(String text, List<String> keys) {

  static JsonPointer of(String text) {
    if (text.isEmpty()) {
      return new JsonPointer(text, List.of());
    }
    String inner = text.startsWith("/") ? text.substring(1) : text;
    return new JsonPointer(
        text,
        PathDepth.checked(
            Arrays.stream(inner.split("/", -1))
                .map(key -> key.replace("~1", "/").replace("~0", "~"))
                .toList(),
            text));
  }

  /// The last part; empty for the whole document.
  String last() {
    return keys.isEmpty() ? "" : keys.getLast();
  }
}
