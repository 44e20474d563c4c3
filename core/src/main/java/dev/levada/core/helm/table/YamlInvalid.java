package dev.levada.core.helm.table;

import dev.levada.core.failure.Explained;

/// A text that is not the YAML or JSON that it should be; the caller knows which file it is.
public final class YamlInvalid extends Explained {

  /// @param message what is wrong, in Go's words
  public YamlInvalid(String message) {
    super(message, "");
  }
}
