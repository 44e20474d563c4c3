package dev.levada.core.gotemplate.builtin;

import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;

/// `index`: elements of lists, values of maps, bytes of strings.
final class Indexing {

  private Indexing() {}

  static Object index(Object[] given) {
    Object item = given[0];
    if (item == Nil.NIL) {
      throw new FunctionFailed("index of untyped nil");
    }
    for (int i = 1; i < given.length; i++) {
      item = step(item, given[i]);
    }
    return item;
  }

  private static Object step(Object item, Object key) {
    return switch (item) {
      case GoMap map -> map.get(key(key));
      case GoSlice slice -> slice.get(place(key, slice.size(), "slice"));
      case String text ->
          Unsigned.ofByte(GoStrings.bytes(text)[place(key, GoStrings.length(text), "string")]);
      case Nil _ -> throw new FunctionFailed("index of nil pointer");
      default -> throw new FunctionFailed("can't index item of type " + Types.pointed(item));
    };
  }

  private static String key(Object key) {
    if (key instanceof String text) {
      return text;
    }
    if (key == Nil.NIL) {
      throw new FunctionFailed("value is nil; should be of type string");
    }
    throw new FunctionFailed("value has type " + Types.name(key) + "; should be string");
  }

  private static int place(Object key, int size, String what) {
    long place =
        switch (key) {
          case Long number -> number;
          case Int64 number -> number.value();
          case Unsigned number -> number.value();
          case Nil _ -> throw new FunctionFailed("cannot index slice/array with nil");
          default ->
              throw new FunctionFailed("cannot index slice/array with type " + Types.name(key));
        };
    // What Go allocated beyond the end is not known here; it changes the words only.
    if (place == size) {
      throw new FunctionFailed("reflect: " + what + " index out of range");
    }
    if (place < 0 || place > size) {
      throw new FunctionFailed("index out of range: " + place);
    }
    return (int) place;
  }
}
