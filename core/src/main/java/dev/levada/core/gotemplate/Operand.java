package dev.levada.core.gotemplate;

/// What stands in a command: a literal, a name, something in parentheses.
sealed interface Operand extends Node permits Dot, FieldOperand, FunctionName, Literal, Pipeline {

  /// Its value where it stands alone.
  Object value(Frame frame);

  /// Its value as the first word of a command.
  Object apply(Frame frame, Command command, Object piped);

  /// Its text among other operands.
  default String shownAsArgument() {
    return this instanceof Pipeline ? "(" + this + ")" : toString();
  }
}
