package dev.levada.core.sprig.number;

import static dev.levada.core.gotemplate.function.Parameter.ANY;
import static dev.levada.core.gotemplate.function.Parameter.INT;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.format.Numbers;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.sprig.cast.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;

/// Conversions, whole-number arithmetic that wraps around as int64 does, and sequences.
public final class NumberFunctions {

  private NumberFunctions() {}

  /// All functions of this package.
  public static List<Function> all() {
    var all = new ArrayList<Function>();
    all.addAll(conversions());
    all.addAll(arithmetic());
    all.addAll(extremes());
    all.addAll(Sequences.all());
    all.addAll(DecimalFunctions.all());
    return all;
  }

  private static List<Function> conversions() {
    return List.of(
        Function.of("int", (_, given) -> Cast.toLong(given[0]), ANY),
        Function.of("int64", (_, given) -> Int64.of(Cast.toLong(given[0])), ANY),
        Function.of("float64", (_, given) -> Cast.toDouble(given[0]), ANY),
        Function.of("atoi", (_, given) -> Cast.toClampedLong((String) given[0]), STRING),
        Function.of(
            "toDecimal",
            (_, given) -> Int64.of(Numbers.parseRadix(Cast.toText(given[0]), 8).orElse(0)),
            ANY));
  }

  private static List<Function> arithmetic() {
    return List.of(
        Function.variadic("add", (_, given) -> folded(given, 0, 0, Long::sum), ANY),
        Function.of("add1", (_, given) -> Int64.of(Cast.toLong(given[0]) + 1), ANY),
        Function.of("sub", (_, given) -> two(given, (a, b) -> a - b), ANY, ANY),
        Function.variadic(
            "mul",
            (_, given) -> folded(given, 1, Cast.toLong(given[0]), (a, b) -> a * b),
            ANY,
            ANY),
        Function.of("div", (_, given) -> two(given, NumberFunctions::divided), ANY, ANY),
        Function.of("mod", (_, given) -> two(given, NumberFunctions::remainder), ANY, ANY));
  }

  private static Int64 two(Object[] given, LongBinaryOperator operator) {
    return Int64.of(operator.applyAsLong(Cast.toLong(given[0]), Cast.toLong(given[1])));
  }

  private static Int64 folded(Object[] given, int from, long start, LongBinaryOperator operator) {
    long result = start;
    for (int i = from; i < given.length; i++) {
      result = operator.applyAsLong(result, Cast.toLong(given[i]));
    }
    return Int64.of(result);
  }

  private static long divided(long a, long b) {
    refuseZero(b);
    return b == -1 ? -a : a / b;
  }

  private static long remainder(long a, long b) {
    refuseZero(b);
    return b == -1 ? 0 : a % b;
  }

  private static void refuseZero(long divisor) {
    if (divisor == 0) {
      throw new FunctionFailed("runtime error: integer divide by zero");
    }
  }

  private static List<Function> extremes() {
    return List.of(
        Function.variadic(
            "max", (_, given) -> folded(given, 1, Cast.toLong(given[0]), Math::max), ANY, ANY),
        Function.variadic(
            "biggest", (_, given) -> folded(given, 1, Cast.toLong(given[0]), Math::max), ANY, ANY),
        Function.variadic(
            "min", (_, given) -> folded(given, 1, Cast.toLong(given[0]), Math::min), ANY, ANY),
        Function.variadic("maxf", (_, given) -> extreme(given, true), ANY, ANY),
        Function.variadic("minf", (_, given) -> extreme(given, false), ANY, ANY),
        Function.of("ceil", (_, given) -> Math.ceil(Cast.toDouble(given[0])), ANY),
        Function.of("floor", (_, given) -> Math.floor(Cast.toDouble(given[0])), ANY),
        Function.variadic(
            "round", (_, given) -> Rounding.round(given), ANY, INT, Parameter.FLOAT64));
  }

  private static double extreme(Object[] given, boolean largest) {
    double result = Cast.toDouble(given[0]);
    for (int i = 1; i < given.length; i++) {
      double next = Cast.toDouble(given[i]);
      result = largest ? Math.max(result, next) : Math.min(result, next);
    }
    return result;
  }
}
