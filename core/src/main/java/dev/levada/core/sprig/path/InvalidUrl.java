package dev.levada.core.sprig.path;

/// A text is no URL; the message is Go's.
public final class InvalidUrl extends Exception {

  private final String text;

  InvalidUrl(String message) {
    super(message, null, false, false);
    this.text = message;
  }

  /// What is wrong, in Go's words.
  public String text() {
    return text;
  }
}
