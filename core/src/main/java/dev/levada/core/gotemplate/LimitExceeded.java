package dev.levada.core.gotemplate;

/// An execution took more than it may. It ends the whole execution, whatever called what.
public final class LimitExceeded extends RuntimeException {

  /// @param message which limit, and what to do
  public LimitExceeded(String message) {
    super(message, null, false, false);
  }
}
