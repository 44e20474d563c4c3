package dev.levada.core.helm.schema;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.chart.Chart;

/// Holds the values of a chart and of its subcharts against their schemas.
public final class ValuesSchemas {

  private ValuesSchemas() {}

  /// Holds all values against all schemas.
  ///
  /// @param chart the chart with the subcharts that take part
  /// @param values its values
  /// @throws ValuesRefused where they do not fit
  public static void check(Chart chart, GoMap values) {
    var text = new StringBuilder();
    check(chart, values, text);
    if (!text.isEmpty()) {
      throw new ValuesRefused(
          "values don't meet the specifications of the schema(s) in the following chart(s):\n"
              + text);
    }
  }

  private static void check(Chart chart, GoMap values, StringBuilder text) {
    chart
        .schema()
        .map(json -> JsonSchema.check(json, ValueNodes.of(values)))
        .filter(said -> !said.isEmpty())
        .ifPresent(said -> text.append(chart.name()).append(":\n").append(said));
    for (Chart sub : chart.subcharts()) {
      if (values.get(sub.name()) instanceof GoMap inner) {
        check(sub, inner, text);
      }
    }
  }
}
