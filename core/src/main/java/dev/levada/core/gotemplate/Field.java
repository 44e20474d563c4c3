package dev.levada.core.gotemplate;

import java.util.List;

/// `.a.b.c`.
record Field(int position, List<String> names) implements FieldOperand {

  Field {
    names = List.copyOf(names);
  }

  @Override
  public Object value(Frame frame) {
    frame.at = this;
    return FieldAccess.walk(frame, this, frame.dot, frame.dotBoxed, names, 0);
  }

  @Override
  public Object call(Frame frame, Command command, Object piped) {
    frame.at = this;
    return FieldAccess.call(frame, this, frame.dot, frame.dotBoxed, names, 0, command, piped);
  }

  @Override
  public String toString() {
    return "." + String.join(".", names);
  }
}
