package dev.levada.core.semver;

/// A text that is no range of versions; the caller knows which field it came from.
public final class InvalidRange extends RuntimeException {

  /// @param message the range and what is wrong with it
  public InvalidRange(String message) {
    super(message);
  }
}
