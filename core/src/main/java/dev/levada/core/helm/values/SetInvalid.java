package dev.levada.core.helm.values;

/// A `--set` expression that cannot be read; the caller knows which flag it came from.
public final class SetInvalid extends RuntimeException {

  /// @param message what is wrong, in Helm's words
  public SetInvalid(String message) {
    super(message);
  }

  /// What is wrong, in Helm's words.
  public String text() {
    return String.valueOf(getMessage());
  }
}
