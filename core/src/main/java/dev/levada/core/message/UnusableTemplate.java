package dev.levada.core.message;

/// A template that no message can be made of. The message says why.
public final class UnusableTemplate extends RuntimeException {

  private final boolean removedField;

  UnusableTemplate(String message, boolean removedField) {
    super(message);
    this.removedField = removedField;
  }

  /// Whether it uses a field that there once was.
  public boolean isRemovedField() {
    return removedField;
  }
}
