package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.value.Types;

/// `{{ if }}`.
record Choice(int position, Pipeline condition, Body then, Body otherwise) implements Statement {

  @Override
  public Flow execute(Frame frame) {
    frame.step();
    frame.at = this;
    Body chosen = Types.isTrue(condition.value(frame)) ? then : otherwise;
    return chosen.execute(frame);
  }

  @Override
  public String toString() {
    return Branches.shown("if", condition, then, otherwise);
  }
}
