package dev.levada.core.substitute;

import dev.levada.core.failure.Explained;

/// A text whose variables cannot be put in. The message carries envsubst's own words, so that what
/// users search for is found; the fix says what to do about it. No variable's value is ever told.
public final class SubstitutionFailed extends Explained {

  SubstitutionFailed(String message, String fix) {
    super(message, fix);
  }

  /// The same failure, told from further outside.
  SubstitutionFailed within(String prefix) {
    return new SubstitutionFailed(prefix + getMessage(), fix());
  }
}
