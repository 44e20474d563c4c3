package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.function.GoError;

/// A text or a value cannot be read or written; the message is Go's.
public final class EncodingFailed extends GoError {

  /// @param message Go's text
  public EncodingFailed(String message) {
    super(message);
  }
}
