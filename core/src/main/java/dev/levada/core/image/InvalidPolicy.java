package dev.levada.core.image;

/// A policy that no list of tags can satisfy as it is written. The message says what is wrong and
/// what to do.
public final class InvalidPolicy extends RuntimeException {

  /// @param message what is wrong
  /// @param fix what to do, as a sentence
  public InvalidPolicy(String message, String fix) {
    super(message + ". " + fix);
  }
}
