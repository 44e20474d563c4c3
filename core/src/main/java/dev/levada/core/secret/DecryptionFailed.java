package dev.levada.core.secret;

import dev.levada.core.failure.Explained;

/// Something encrypted that cannot be opened. Neither message nor fix tells anything of a key or of
/// what was encrypted.
public final class DecryptionFailed extends Explained {

  /// @param message what cannot be opened, and why
  /// @param fix what to do, as a sentence
  public DecryptionFailed(String message, String fix) {
    super(message, fix);
  }

  /// The same failure, told from further outside.
  public DecryptionFailed within(String prefix) {
    return new DecryptionFailed(prefix + getMessage(), fix());
  }
}
