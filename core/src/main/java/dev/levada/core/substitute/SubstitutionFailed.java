package dev.levada.core.substitute;

/// A text whose variables cannot be put in. The message carries envsubst's own words, so that what
/// users search for is found; the fix says what to do about it. No variable's value is ever told.
public final class SubstitutionFailed extends RuntimeException {

  private final String fix;

  SubstitutionFailed(String message, String fix) {
    super(message);
    this.fix = fix;
  }

  /// What the user can do about it.
  public String fix() {
    return fix;
  }

  /// The same failure, told from further outside.
  SubstitutionFailed within(String prefix) {
    return new SubstitutionFailed(prefix + getMessage(), fix);
  }
}
