package dev.levada.core.edit;

/// A file that cannot be edited. The message says why and, where it is known, at which line.
public final class UneditableFile extends RuntimeException {

  /// @param message why
  public UneditableFile(String message) {
    super(message);
  }
}
