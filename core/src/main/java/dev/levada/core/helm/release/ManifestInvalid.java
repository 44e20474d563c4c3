package dev.levada.core.helm.release;

import dev.levada.core.failure.Explained;

/// A rendered document that is no YAML, or whose head is malformed.
public final class ManifestInvalid extends Explained {

  /// @param message what is wrong, in Helm's words
  /// @param fix what to do about it
  ManifestInvalid(String message, String fix) {
    super(message, fix);
  }
}
