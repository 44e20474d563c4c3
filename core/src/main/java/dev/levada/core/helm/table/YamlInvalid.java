package dev.levada.core.helm.table;

/// A text that is not the YAML or JSON that it should be; the caller knows which file it is.
public final class YamlInvalid extends RuntimeException {

  /// @param message what is wrong, in Go's words
  public YamlInvalid(String message) {
    super(message);
  }

  /// What is wrong, in Go's words.
  public String text() {
    return String.valueOf(getMessage());
  }
}
