package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.format.Printer;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;

/// `{{ pipeline }}`: prints a value, unless it only declares a variable.
record Action(int position, Pipeline pipeline) implements Statement {

  @Override
  public Flow execute(Frame frame) {
    frame.step();
    frame.at = this;
    Object value = pipeline.value(frame);
    if (!pipeline.declares()) {
      print(frame, value);
    }
    return Flow.NEXT;
  }

  private void print(Frame frame, Object value) {
    switch (value) {
      case String text -> frame.write(text);
      case Nil _ -> frame.write("<no value>");
      case Function _ -> {
        frame.at = this;
        throw frame.failure("can't print " + this + " of type " + Types.name(value));
      }
      default -> frame.write(Printer.text(value));
    }
  }

  @Override
  public String toString() {
    return "{{" + pipeline + "}}";
  }
}
