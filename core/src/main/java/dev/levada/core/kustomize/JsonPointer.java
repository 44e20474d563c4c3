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
    // What stands before the first slash does not count, odd as that is: so does kustomize.
    return new JsonPointer(
        text,
        PathDepth.checked(
            Arrays.stream(text.split("/", -1))
                .skip(1)
                .map(key -> key.replace("~1", "/").replace("~0", "~"))
                .toList(),
            text));
  }

  /// The last part; empty for the whole document.
  String last() {
    return keys.isEmpty() ? "" : keys.getLast();
  }
}
