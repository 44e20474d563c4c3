package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.Types;
import java.util.List;

/// The name of a function, bound to the function.
record FunctionName(int position, Function function) implements Operand {

  private static final String AND = "and";
  private static final String OR = "or";

  @Override
  public Object value(Frame frame) {
    return Calls.call(frame, this, function, aloneAsCommand(), Command.NOTHING);
  }

  private Command aloneAsCommand() {
    return new Command(position, List.of(this));
  }

  @Override
  public Object apply(Frame frame, Command command, Object piped) {
    frame.at = this;
    frame.step();
    boolean stopsEarly = function.name().equals(AND) || function.name().equals(OR);
    return stopsEarly
        ? firstDeciding(frame, command, piped)
        : Calls.call(frame, command, function, command, piped);
  }

  // The only functions that do not evaluate all they are given.
  private Object firstDeciding(Frame frame, Command command, Object piped) {
    Calls.count(frame, function, command, piped);
    boolean deciding = function.name().equals(OR);
    Object value = piped;
    for (int i = 1; i < command.operands().size(); i++) {
      Object argument =
          Arguments.evaluate(frame, command.operands().get(i), function.signature().parameter(0));
      if (Types.isTrue(argument) == deciding) {
        return argument;
      }
      value = piped == Command.NOTHING ? argument : piped;
    }
    return value;
  }

  @Override
  public String toString() {
    return function.name();
  }
}
