package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.value.Nil;
import java.util.List;

/// `(pipeline).a.b`, or fields of what a function without arguments returns.
record Chain(int position, Operand base, List<String> names) implements FieldOperand {

  Chain {
    names = List.copyOf(names);
  }

  @Override
  public Object value(Frame frame) {
    Object value = base(frame);
    return FieldAccess.walk(frame, this, value, frame.boxed, names, 0);
  }

  @Override
  public Object call(Frame frame, Command command, Object piped) {
    Object value = base(frame);
    return FieldAccess.call(frame, this, value, frame.boxed, names, 0, command, piped);
  }

  private Object base(Frame frame) {
    frame.at = this;
    if (base instanceof Literal literal && literal.value() == Nil.NIL) {
      throw frame.failure("indirection through explicit nil in " + this);
    }
    frame.at = base;
    frame.boxed = false;
    return base.value(frame);
  }

  @Override
  public String toString() {
    return base.shownAsArgument() + "." + String.join(".", names);
  }
}
