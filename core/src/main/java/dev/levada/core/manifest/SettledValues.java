package dev.levada.core.manifest;

/// Gives every scalar of a node the value it has once it was written out and read again: numbers in
/// decimal and in their shortest form, dates as full times, booleans in lower case. Afterwards the
/// JSON and the YAML of the node say the same.
final class SettledValues {

  /// Deeper than any text may be, because edits join texts.
  private static final int DEEPEST = 2 * EventReader.DEEPEST;

  private SettledValues() {}

  /// Settles a node in place.
  ///
  /// @throws MalformedManifest where a number is not finite
  static void settle(Mapping mapping) {
    try {
      settled(mapping, 0);
    } catch (MalformedManifest e) {
      throw Problems.value(GoSyntax.strict(mapping) + ": " + e.getMessage());
    }
  }

  private static Node settled(Node node, int depth) {
    if (depth > DEEPEST) {
      throw Problems.value("exceeded max depth of " + DEEPEST);
    }
    switch (node) {
      case Mapping mapping -> mapping.entries().replaceAll((_, value) -> settled(value, depth + 1));
      case Sequence sequence -> sequence.items().replaceAll(item -> settled(item, depth + 1));
      case Scalar scalar -> {
        return settled(scalar);
      }
    }
    return node;
  }

  private static Scalar settled(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> scalar;
      case NULL -> scalar.quoted() ? new Scalar(Scalar.Kind.STRING, "", true) : Scalar.NULL;
      case BOOLEAN -> Scalar.of(scalar.isTrue());
      case INTEGER -> integer(scalar);
      case TIMESTAMP -> new Scalar(Scalar.Kind.STRING, Timestamps.full(scalar.text()), true);
      case FLOAT -> number(Floats.yaml(scalar.text()));
    };
  }

  private static Scalar integer(Scalar scalar) {
    String decimal = Integers.decimal(scalar.text());
    return decimal.equals(scalar.text()) && !scalar.quoted()
        ? scalar
        : new Scalar(Scalar.Kind.INTEGER, decimal, false);
  }

  private static Scalar number(String text) {
    if (text.endsWith("inf") || text.endsWith("nan")) {
      throw Problems.value("json: unsupported value: " + go(text));
    }
    boolean whole = text.indexOf('.') < 0 && text.indexOf('e') < 0;
    return new Scalar(whole ? Scalar.Kind.INTEGER : Scalar.Kind.FLOAT, text, false);
  }

  /// A number as Go writes it.
  static String go(String number) {
    return switch (number) {
      case ".inf" -> "+Inf";
      case "-.inf" -> "-Inf";
      case ".nan" -> "NaN";
      default -> number;
    };
  }
}
