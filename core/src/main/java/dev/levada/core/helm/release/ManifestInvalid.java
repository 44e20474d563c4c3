package dev.levada.core.helm.release;

/// A rendered document that is no YAML, or whose head is malformed.
public final class ManifestInvalid extends RuntimeException {

  private final String fix;

  /// @param message what is wrong, in Helm's words
  /// @param fix what to do about it
  ManifestInvalid(String message, String fix) {
    super(message);
    this.fix = fix;
  }

  /// What is wrong, in Helm's words.
  public String text() {
    return String.valueOf(getMessage());
  }

  /// What to do about it.
  public String fix() {
    return fix;
  }
}
