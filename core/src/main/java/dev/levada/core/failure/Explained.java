package dev.levada.core.failure;

/// A failure of pure code, told to the user: what is wrong, often in the words of the tool that
/// users know, and what to do about it.
public abstract class Explained extends RuntimeException {

  private final String fix;

  /// @param text what is wrong, where, and why
  /// @param fix what to do about it; empty where the text says it
  protected Explained(String text, String fix) {
    super(text);
    this.fix = fix;
  }

  /// What is wrong, where, and why.
  public final String text() {
    return String.valueOf(getMessage());
  }

  /// What to do about it; empty where the text says it.
  public final String fix() {
    return fix;
  }
}
