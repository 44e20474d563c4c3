package dev.levada.core.sprig.number;

import static dev.levada.core.gotemplate.function.Parameter.ANY;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.sprig.cast.Cast;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;

/// Arithmetic of floats by way of exact decimals, so that 0.1 and 0.2 make 0.3.
final class DecimalFunctions {

  private static final int PLACES = 16;

  private DecimalFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of(
            "add1f", (_, given) -> folded(given, new BigDecimal(1), 0, BigDecimal::add), ANY),
        Function.variadic(
            "addf", (_, given) -> folded(given, BigDecimal.ZERO, 0, BigDecimal::add), ANY),
        of("subf", BigDecimal::subtract),
        of("mulf", BigDecimal::multiply),
        of("divf", DecimalFunctions::divide));
  }

  private static Function of(String name, BinaryOperator<BigDecimal> operator) {
    return Function.variadic(
        name, (_, given) -> folded(given, decimal(given[0]), 1, operator), ANY, ANY);
  }

  private static double folded(
      Object[] given, BigDecimal start, int from, BinaryOperator<BigDecimal> operator) {
    BigDecimal result = start;
    for (int i = from; i < given.length; i++) {
      result = operator.apply(result, decimal(given[i]));
    }
    return result.doubleValue();
  }

  private static BigDecimal divide(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw new FunctionFailed("decimal division by 0");
    }
    return a.divide(b, PLACES, RoundingMode.HALF_UP);
  }

  private static BigDecimal decimal(Object value) {
    double number = Cast.toDouble(value);
    if (!Double.isFinite(number)) {
      throw new FunctionFailed(
          "Cannot create a Decimal from "
              + (Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf"));
    }
    return new BigDecimal(Double.toString(number));
  }
}
