package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.value.Types;

/// `{{ with }}`: what is inside sees another dot.
record Scope(int position, Pipeline pipeline, Body then, Body otherwise) implements Statement {

  @Override
  public Flow execute(Frame frame) {
    frame.step();
    frame.at = this;
    Object value = pipeline.value(frame);
    if (!Types.isTrue(value)) {
      return otherwise.execute(frame);
    }
    Object outer = frame.dot;
    boolean outerBoxed = frame.dotBoxed;
    frame.dot = value;
    frame.dotBoxed = false;
    Flow flow = then.execute(frame);
    frame.dot = outer;
    frame.dotBoxed = outerBoxed;
    return flow;
  }

  @Override
  public String toString() {
    return Branches.shown("with", pipeline, then, otherwise);
  }
}
