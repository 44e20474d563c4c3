package dev.levada.core.gotemplate;

/// `{{ break }}` and `{{ continue }}`.
record LoopExit(int position, Flow flow) implements Statement {

  @Override
  public Flow execute(Frame frame) {
    return flow;
  }

  @Override
  public String toString() {
    return flow == Flow.BREAK ? "{{break}}" : "{{continue}}";
  }
}
