package dev.levada.core.edit;

import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlWriter;

/// Writes a value where another one stood, in the same kind of quotes.
final class ScalarText {

  private ScalarText() {}

  /// The value as it is written at a site.
  ///
  /// @throws UneditableFile where a value cannot be written there
  static String at(Site site, String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new UneditableFile("a value with control characters cannot be written into it");
    }
    return switch (site.style()) {
      case SINGLE_QUOTED -> "'" + value.replace("'", "''") + "'";
      case DOUBLE_QUOTED -> quoted(value);
      case PLAIN, JSON_SCALAR_STYLE -> plain(value);
      case LITERAL, FOLDED ->
          throw new UneditableFile("a value written as a block (| or >) is not changed");
    };
  }

  /// Without quotes where it stays the same text, also in brackets.
  static String plain(String value) {
    boolean bare =
        !value.isEmpty()
            && YamlWriter.text(Scalar.of(value)).strip().equals(value)
            && value.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0);
    return bare ? value : quoted(value);
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
