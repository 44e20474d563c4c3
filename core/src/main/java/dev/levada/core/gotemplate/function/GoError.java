package dev.levada.core.gotemplate.function;

/// What a function of Go's libraries returns as its error.
public abstract class GoError extends Exception {

  private final String text;

  /// @param message Go's text
  protected GoError(String message) {
    super(message, null, false, false);
    this.text = message;
  }

  /// What is wrong, in Go's words.
  public final String text() {
    return text;
  }
}
