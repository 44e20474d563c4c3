package dev.levada.core.gotemplate;

import java.util.List;
import java.util.stream.Collectors;

/// Commands of which each hands its value to the next, and the variables that take the last one's.
record Pipeline(
    int position, List<Declaration> declarations, boolean assigns, List<Command> commands)
    implements Operand {

  Pipeline {
    declarations = List.copyOf(declarations);
    commands = List.copyOf(commands);
  }

  boolean declares() {
    return !declarations.isEmpty();
  }

  @Override
  public Object value(Frame frame) {
    frame.at = this;
    Object value = Command.NOTHING;
    for (int i = 0; i < commands.size(); i++) {
      value = commands.get(i).value(frame, value);
    }
    frame.boxed = false;
    for (int i = 0; i < declarations.size(); i++) {
      frame.set(declarations.get(i), value, false);
    }
    return value;
  }

  @Override
  public Object apply(Frame frame, Command command, Object piped) {
    Object value = value(frame);
    command.refuseArguments(frame, piped);
    return value;
  }

  @Override
  public String toString() {
    String declared =
        declares()
            ? declarations.stream().map(Declaration::name).collect(Collectors.joining(", "))
                + (assigns ? " = " : " := ")
            : "";
    return declared + commands.stream().map(Command::toString).collect(Collectors.joining(" | "));
  }
}
