package dev.levada.core.gotemplate;

import java.util.List;
import java.util.stream.Collectors;

/// An operand and what it is given: one stage of a pipeline.
record Command(int position, List<Operand> operands) implements Node {

  /// What the first stage is handed: nothing, which is not nil.
  static final Nothing NOTHING = Nothing.NOTHING;

  /// No value at all.
  enum Nothing {
    NOTHING
  }

  Command {
    operands = List.copyOf(operands);
  }

  Object value(Frame frame, Object piped) {
    return operands.getFirst().apply(frame, this, piped);
  }

  boolean hasArguments(Object piped) {
    return operands.size() > 1 || piped != NOTHING;
  }

  /// Only functions take arguments.
  void refuseArguments(Frame frame, Object piped) {
    if (hasArguments(piped)) {
      throw frame.failure("can't give argument to non-function " + operands.getFirst());
    }
  }

  @Override
  public String toString() {
    return operands.stream().map(Operand::shownAsArgument).collect(Collectors.joining(" "));
  }
}
