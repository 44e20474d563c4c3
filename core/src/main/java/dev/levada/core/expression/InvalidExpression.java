package dev.levada.core.expression;

/// An expression that cannot be compiled. The message says what is wrong and where.
public final class InvalidExpression extends RuntimeException {

  /// @param message what is wrong with which expression
  public InvalidExpression(String message) {
    super(message);
  }

  /// The same, told from further outside.
  public InvalidExpression within(String prefix) {
    return new InvalidExpression(prefix + getMessage());
  }
}
