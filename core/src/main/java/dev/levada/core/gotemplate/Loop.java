package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.format.Printer;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.Nil;
import java.util.List;

/// `{{ range }}` over a list, a map in the order of its keys, or an integer.
record Loop(int position, Pipeline pipeline, Body then, Body otherwise) implements Statement {

  @Override
  public Flow execute(Frame frame) {
    frame.step();
    frame.at = this;
    Object value = pipeline.value(frame);
    Object outer = frame.dot;
    boolean outerBoxed = frame.dotBoxed;
    boolean any =
        switch (value) {
          case GoSlice slice -> elements(frame, slice);
          case GoMap map -> entries(frame, map);
          case Nil _ -> false;
          default -> numbers(frame, value);
        };
    frame.dot = outer;
    frame.dotBoxed = outerBoxed;
    return any ? Flow.NEXT : otherwise.execute(frame);
  }

  private boolean elements(Frame frame, GoSlice slice) {
    boolean boxed = slice.type().boxed();
    for (int i = 0; i < slice.size(); i++) {
      if (pass(frame, (long) i, false, slice.get(i), boxed)) {
        break;
      }
    }
    return slice.size() > 0;
  }

  private boolean entries(Frame frame, GoMap map) {
    boolean boxed = map.type().boxed();
    String[] keys = map.keys();
    for (String key : keys) {
      if (pass(frame, map.shownKey(key), false, map.get(key), boxed)) {
        break;
      }
    }
    return keys.length > 0;
  }

  private boolean numbers(Frame frame, Object value) {
    long count =
        switch (value) {
          case Long number -> number;
          case Int64 number -> number.value();
          case Unsigned number -> number.value();
          default -> throw frame.failure("range can't iterate over " + Printer.text(value));
        };
    if (pipeline.declarations().size() > 1) {
      throw frame.failure("can't use " + value + " to iterate over more than one variable");
    }
    for (long i = 0; i < count; i++) {
      Object element = like(value, i);
      if (pass(frame, element, false, element, false)) {
        break;
      }
    }
    return count > 0;
  }

  private static Object like(Object value, long number) {
    return switch (value) {
      case Int64 _ -> Int64.of(number);
      case Unsigned unsigned -> new Unsigned(number, unsigned.bits());
      default -> number;
    };
  }

  /// One pass; true where it ends the loop.
  private boolean pass(
      Frame frame, Object key, boolean keyBoxed, Object element, boolean elementBoxed) {
    frame.step();
    List<Declaration> declared = pipeline.declarations();
    if (declared.size() == 1) {
      frame.set(declared.getFirst(), element, elementBoxed);
    } else if (declared.size() > 1) {
      frame.set(declared.get(0), key, keyBoxed);
      frame.set(declared.get(1), element, elementBoxed);
    }
    frame.dot = element;
    frame.dotBoxed = elementBoxed;
    return then.execute(frame) == Flow.BREAK;
  }

  @Override
  public String toString() {
    return Branches.shown("range", pipeline, then, otherwise);
  }
}
