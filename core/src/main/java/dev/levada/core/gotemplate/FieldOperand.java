package dev.levada.core.gotemplate;

/// An operand that ends in a field or a variable, so that arguments call what stands there.
sealed interface FieldOperand extends Operand permits Chain, Field, Variable {

  /// What a call of what stands there gives.
  Object call(Frame frame, Command command, Object piped);

  @Override
  default Object apply(Frame frame, Command command, Object piped) {
    return command.hasArguments(piped) ? call(frame, command, piped) : value(frame);
  }
}
