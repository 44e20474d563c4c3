package dev.levada.core.hook.identity;

/// A token that proves nothing. The message says why, without any part of the token.
public final class InvalidToken extends RuntimeException {

  /// @param message why
  public InvalidToken(String message) {
    super(message, null, false, false);
  }
}
