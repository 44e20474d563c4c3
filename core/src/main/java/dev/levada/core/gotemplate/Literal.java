package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.value.Nil;

/// A bool, a string, a number or nil, as it stands in the text.
///
/// @param value its value where any is wanted
/// @param number what the text is as a number
/// @param text as it stands in the text
record Literal(int position, Object value, NumberForms number, String text) implements Operand {

  @Override
  public Object value(Frame frame) {
    frame.boxed = false;
    if (number.overflows()) {
      frame.at = this;
      throw frame.failure(text + " overflows int");
    }
    return value;
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public Object apply(Frame frame, Command command, Object piped) {
    frame.at = this;
    if (value == Nil.NIL) {
      throw frame.failure("nil is not a command");
    }
    command.refuseArguments(frame, piped);
    return value(frame);
  }
}
