package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.value.Nil;
import java.util.Optional;

/// `{{ template "name" pipeline }}`.
record Invocation(int position, String name, Optional<Pipeline> pipeline) implements Statement {

  @Override
  public Flow execute(Frame frame) {
    frame.step();
    frame.at = this;
    Definition definition = frame.run.find(name);
    if (definition == null) {
      throw frame.failure("template " + Quotes.quote(name) + " not defined");
    }
    if (frame.run.isDeepest()) {
      throw frame.failure("exceeded maximum template depth (" + frame.run.depthLimit() + ")");
    }
    Object dot = pipeline.isPresent() ? pipeline.get().value(frame) : Nil.NIL;
    frame.run.execute(definition, dot, frame.out);
    return Flow.NEXT;
  }

  @Override
  public String toString() {
    String data = pipeline.map(given -> " " + given).orElse("");
    return "{{template " + Quotes.quote(name) + data + "}}";
  }
}
