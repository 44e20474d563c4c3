package dev.levada.core.sprig.logic;

import static dev.levada.core.gotemplate.function.Parameter.ANY;
import static dev.levada.core.gotemplate.function.Parameter.BOOL;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.Equality;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Functions that choose between values or tell their types.
public final class LogicFunctions {

  private LogicFunctions() {}

  /// All functions of this package.
  public static List<Function> all() {
    var all = new ArrayList<Function>();
    all.addAll(choices());
    all.addAll(types());
    return all;
  }

  private static List<Function> choices() {
    return List.of(
        Function.variadic("default", (_, given) -> orDefault(given), ANY, ANY),
        Function.of("empty", (_, given) -> !Types.isTrue(given[0]), ANY),
        Function.variadic("coalesce", (_, given) -> firstTrue(given), ANY),
        Function.variadic("all", (_, given) -> Arrays.stream(given).allMatch(Types::isTrue), ANY),
        Function.variadic("any", (_, given) -> Arrays.stream(given).anyMatch(Types::isTrue), ANY),
        Function.of(
            "ternary", (_, given) -> (Boolean) given[2] ? given[0] : given[1], ANY, ANY, BOOL));
  }

  private static Object orDefault(Object[] given) {
    return given.length > 1 && Types.isTrue(given[1]) ? given[1] : given[0];
  }

  private static Object firstTrue(Object[] given) {
    for (Object value : given) {
      if (Types.isTrue(value)) {
        return value;
      }
    }
    return Nil.NIL;
  }

  private static List<Function> types() {
    return List.of(
        Function.of("kindOf", (_, given) -> Types.kind(given[0]).goName(), ANY),
        Function.of(
            "kindIs", (_, given) -> given[0].equals(Types.kind(given[1]).goName()), STRING, ANY),
        Function.of("typeOf", (_, given) -> Types.name(given[0]), ANY),
        Function.of("typeIs", (_, given) -> given[0].equals(Types.name(given[1])), STRING, ANY),
        Function.of(
            "typeIsLike",
            (_, given) -> isLike((String) given[0], Types.name(given[1])),
            STRING,
            ANY),
        Function.of("deepEqual", (_, given) -> Equality.deep(given[0], given[1]), ANY, ANY));
  }

  private static boolean isLike(String wanted, String type) {
    return type.equals(wanted) || type.equals("*" + wanted);
  }
}
