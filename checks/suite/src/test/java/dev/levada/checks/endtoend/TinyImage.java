package dev.levada.checks.endtoend;

import dev.levada.testbed.registry.ImageBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Pushes the smallest images that a registry takes, as CI does.
final class TinyImage {

  private TinyImage() {}

  /// Pushes an image and gives its digest.
  static String push(String name, String tag) {
    return ImageBuilder.push(
        name + ":" + tag, Map.of("version", tag.getBytes(StandardCharsets.UTF_8)));
  }
}
