package dev.levada.core.image;

/// None of the tags fits the policy. The message says why and what to do.
public final class NoTagChosen extends RuntimeException {

  /// @param message why
  /// @param fix what to do, as a sentence
  public NoTagChosen(String message, String fix) {
    super(message + ". " + fix);
  }
}
