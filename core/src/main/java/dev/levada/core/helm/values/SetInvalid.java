package dev.levada.core.helm.values;

import dev.levada.core.failure.Explained;

/// A `--set` expression that cannot be read; the caller knows which flag it came from.
public final class SetInvalid extends Explained {

  /// @param message what is wrong, in Helm's words
  public SetInvalid(String message) {
    super(message, "");
  }
}
