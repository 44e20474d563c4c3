package dev.levada.core.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// What a scalar with an explicit tag (`!!str 5`) means.
final class TaggedScalars {

  private static final String STANDARD = "tag:yaml.org,2002:";

  private TaggedScalars() {}

  /// The scalar, or nothing where the text does not fit the tag. A tag that is not YAML's own says
  /// nothing and leaves a string.
  static Optional<Scalar> resolve(String tag, String text, YamlRules rules) {
    String type = tag.startsWith(STANDARD) ? tag.substring(STANDARD.length()) : "str";
    Scalar plain = PlainScalars.resolve(text, rules);
    return switch (type) {
      case "int" -> only(plain, Scalar.Kind.INTEGER);
      case "bool" -> only(plain, Scalar.Kind.BOOLEAN);
      case "null" ->
          rules == YamlRules.KUSTOMIZATION_1_1
              ? only(plain, Scalar.Kind.NULL)
              : Optional.of(Scalar.NULL);
      case "float" -> number(plain);
      case "timestamp" -> Optional.of(plain);
      case "binary" -> binary(text);
      default -> Optional.of(new Scalar(Scalar.Kind.STRING, text, true));
    };
  }

  private static Optional<Scalar> only(Scalar plain, Scalar.Kind kind) {
    return plain.kind() == kind ? Optional.of(plain) : Optional.empty();
  }

  private static Optional<Scalar> number(Scalar plain) {
    return switch (plain.kind()) {
      case INTEGER, FLOAT -> Optional.of(new Scalar(Scalar.Kind.FLOAT, plain.text(), false));
      case STRING, BOOLEAN, NULL, TIMESTAMP -> Optional.empty();
    };
  }

  private static Optional<Scalar> binary(String text) {
    String letters = text.replaceAll("[\r\n]", "");
    try {
      if (letters.length() % 4 != 0) {
        throw new IllegalArgumentException("it lacks its padding");
      }
      byte[] bytes = Base64.getDecoder().decode(letters);
      return Optional.of(
          new Scalar(Scalar.Kind.STRING, new String(bytes, StandardCharsets.UTF_8), true));
    } catch (IllegalArgumentException _) {
      throw Problems.value("yaml: !!binary value contains invalid base64 data");
    }
  }
}
