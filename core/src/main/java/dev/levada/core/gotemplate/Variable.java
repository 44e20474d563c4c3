package dev.levada.core.gotemplate;

import java.util.List;

/// `$x.a.b`.
///
/// @param names the variable's name and the fields after it
/// @param slot where its value is kept
record Variable(int position, List<String> names, int slot) implements FieldOperand {

  Variable {
    names = List.copyOf(names);
  }

  @Override
  public Object value(Frame frame) {
    frame.at = this;
    Object value = read(frame);
    return names.size() == 1 ? value : FieldAccess.walk(frame, this, value, frame.boxed, names, 1);
  }

  @Override
  public Object call(Frame frame, Command command, Object piped) {
    frame.at = this;
    Object value = read(frame);
    if (names.size() == 1) {
      command.refuseArguments(frame, piped);
    }
    return FieldAccess.call(frame, this, value, frame.boxed, names, 1, command, piped);
  }

  private Object read(Frame frame) {
    if (slot < 0) {
      throw frame.failure("undefined variable: " + names.getFirst());
    }
    return frame.variable(slot);
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
