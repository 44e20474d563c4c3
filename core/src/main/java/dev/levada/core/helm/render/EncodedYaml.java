package dev.levada.core.helm.render;

import dev.levada.core.sprig.encoding.EncodingFailed;
import dev.levada.core.sprig.encoding.YamlText;

/// YAML as `toYaml` writes it.
final class EncodedYaml {

  private EncodedYaml() {}

  /// The empty text for what YAML cannot say.
  static String text(Object value) {
    try {
      return YamlText.write(value);
    } catch (EncodingFailed e) {
      return "";
    }
  }
}
