package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.value.Nil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One template being executed: its dot, its variables, its output, and the node that an error
/// would point at.
final class Frame {

  final Run run;
  final Definition definition;
  final StringBuilder out;
  Object dot;

  /// Whether the dot is held in an interface of Go, which error texts tell.
  boolean dotBoxed;

  /// Whether the value that was evaluated last is held in an interface of Go.
  boolean boxed;

  Node at;

  private final Object[] slots;
  private final boolean[] slotsBoxed;

  Frame(Run run, Definition definition, Object dot, StringBuilder out) {
    this.run = run;
    this.definition = definition;
    this.out = out;
    this.dot = dot;
    this.at = definition.body();
    this.slots = new Object[definition.slots()];
    this.slotsBoxed = new boolean[definition.slots()];
    Arrays.fill(slots, Nil.NIL);
    slots[0] = dot;
  }

  void step() {
    run.spend(1);
  }

  void write(String text) {
    run.countOutput(text.length());
    out.append(text);
  }

  Object variable(int slot) {
    boxed = slotsBoxed[slot];
    return slots[slot];
  }

  void set(Declaration declaration, Object value, boolean valueBoxed) {
    int slot = declaration.slot();
    if (slot < 0) {
      throw failure("undefined variable: " + declaration.name());
    }
    slots[slot] = value;
    slotsBoxed[slot] = valueBoxed;
  }

  TemplateFailed failure(String text) {
    return failure(text, null);
  }

  TemplateFailed failure(String text, @Nullable Throwable cause) {
    return new TemplateFailed(definition.source().where(definition.name(), at), text, cause);
  }
}
