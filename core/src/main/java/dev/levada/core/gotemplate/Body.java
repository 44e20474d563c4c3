package dev.levada.core.gotemplate;

import java.util.List;

/// Statements one after the other.
record Body(int position, List<Statement> statements) implements Statement {

  Body {
    statements = List.copyOf(statements);
  }

  @Override
  public Flow execute(Frame frame) {
    for (int i = 0; i < statements.size(); i++) {
      Flow flow = statements.get(i).execute(frame);
      if (flow != Flow.NEXT) {
        return flow;
      }
    }
    return Flow.NEXT;
  }

  /// Whether there is nothing but white space, so that it does not replace another definition.
  boolean isEmpty() {
    return statements.stream().allMatch(part -> part instanceof Text text && text.isBlank());
  }

  @Override
  public String toString() {
    var out = new StringBuilder();
    statements.forEach(out::append);
    return out.toString();
  }
}
