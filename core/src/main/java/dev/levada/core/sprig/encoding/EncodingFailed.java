package dev.levada.core.sprig.encoding;

/// A text or a value cannot be read or written; the message is Go's.
public final class EncodingFailed extends Exception {

  private final String text;

  /// @param message Go's text
  public EncodingFailed(String message) {
    super(message, null, false, false);
    this.text = message;
  }

  /// What is wrong, in Go\'s words.
  public String text() {
    return text;
  }
}
