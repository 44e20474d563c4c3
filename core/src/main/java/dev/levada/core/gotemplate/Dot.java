package dev.levada.core.gotemplate;

/// `.`.
record Dot(int position) implements Operand {

  @Override
  public Object value(Frame frame) {
    frame.boxed = frame.dotBoxed;
    return frame.dot;
  }

  @Override
  public Object apply(Frame frame, Command command, Object piped) {
    frame.at = this;
    command.refuseArguments(frame, piped);
    return value(frame);
  }

  @Override
  public String toString() {
    return ".";
  }
}
