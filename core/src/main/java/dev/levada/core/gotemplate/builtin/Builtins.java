package dev.levada.core.gotemplate.builtin;

import dev.levada.core.gotemplate.format.Printer;
import dev.levada.core.gotemplate.format.Printf;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.function.Parameter.HeldNil;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;
import java.util.Arrays;
import java.util.List;

/// The functions that every Go template has.
public final class Builtins {

  private Builtins() {}

  /// All of them.
  public static List<Function> all() {
    var any = Parameter.ANY;
    return List.of(
        Function.variadic("and", (_, given) -> given[0], any, any),
        Function.variadic("or", (_, given) -> given[0], any, any),
        Function.of("not", (_, given) -> !Types.isTrue(given[0]), any),
        Function.variadic("eq", (_, given) -> Comparison.equal(given), any, any),
        Function.of("ne", (_, given) -> !Comparison.equal(given), any, any),
        Function.of("lt", (_, given) -> Comparison.less(given[0], given[1]), any, any),
        Function.of("le", (_, given) -> Comparison.lessOrEqual(given[0], given[1]), any, any),
        Function.of("gt", (_, given) -> !Comparison.lessOrEqual(given[0], given[1]), any, any),
        Function.of("ge", (_, given) -> !Comparison.less(given[0], given[1]), any, any),
        Function.variadic("index", (_, given) -> Indexing.index(given), any, any),
        Function.of("len", (_, given) -> length(given[0]), Parameter.VALUE),
        Function.variadic("call", (call, given) -> call(call, given), any, any),
        Function.variadic("print", (_, given) -> Printer.print(given), any),
        Function.variadic("println", (_, given) -> Printer.printLine(given), any),
        Function.variadic("printf", (_, given) -> printf(given), Parameter.STRING, any),
        Function.variadic("html", (_, given) -> Escaping.html(joined(given)), any),
        Function.variadic("js", (_, given) -> Escaping.script(joined(given)), any),
        Function.variadic("urlquery", (_, given) -> Escaping.query(joined(given)), any));
  }

  private static String printf(Object[] given) {
    return Printf.format((String) given[0], Arrays.copyOfRange(given, 1, given.length));
  }

  private static String joined(Object[] given) {
    if (given.length == 1 && given[0] instanceof String text) {
      return text;
    }
    var shown = new Object[given.length];
    for (int i = 0; i < given.length; i++) {
      shown[i] = given[i] == Nil.NIL ? "<no value>" : given[i];
    }
    return Printer.print(shown);
  }

  private static Object length(Object value) {
    return switch (value) {
      case String text -> (long) GoStrings.length(text);
      case GoSlice slice -> (long) slice.size();
      case GoMap map -> (long) map.size();
      case Nil _ -> throw new FunctionFailed("reflect: call of reflect.Value.Type on zero Value");
      case HeldNil _ -> throw new FunctionFailed("len of nil pointer");
      default -> throw new FunctionFailed("len of type " + Types.pointed(value));
    };
  }

  private static Object call(dev.levada.core.gotemplate.function.Call call, Object[] given) {
    if (given[0] instanceof Function function) {
      return function.body().call(call, Arrays.copyOfRange(given, 1, given.length));
    }
    throw new FunctionFailed("call of nil");
  }
}
