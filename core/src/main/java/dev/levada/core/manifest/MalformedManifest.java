package dev.levada.core.manifest;

/// A text that is not the JSON or YAML it should be. The message says what is wrong and where; the
/// reader's caller knows which file or response it was and makes a failure of it.
public final class MalformedManifest extends RuntimeException {

  /// @param message what is wrong, and at which line where that is known
  public MalformedManifest(String message) {
    super(message);
  }
}
