package dev.levada.core.image;

/// When the digest of the chosen tag is asked for.
public enum DigestReflection {
  /// At every interval.
  ALWAYS,
  /// Once for each tag.
  IF_NOT_PRESENT,
  /// Not at all; a digest that is known is forgotten.
  NEVER;

  /// Reads the word of `spec.digestReflectionPolicy`; empty counts as `Never`.
  ///
  /// @throws InvalidPolicy where it is none
  public static DigestReflection of(String word) {
    return switch (word) {
      case "Always" -> ALWAYS;
      case "IfNotPresent" -> IF_NOT_PRESENT;
      case "", "Never" -> NEVER;
      default ->
          throw new InvalidPolicy(
              "the digest reflection policy '" + word + "' is not known",
              "Write Always, IfNotPresent or Never");
    };
  }

  /// Whether the digest of a tag is to be asked for.
  ///
  /// @param before the image that was chosen the last time
  /// @param tag the tag that is chosen now
  public boolean asks(ChosenImage before, String tag) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case IF_NOT_PRESENT -> before.digest().isEmpty() || !before.tag().equals(tag);
    };
  }
}
