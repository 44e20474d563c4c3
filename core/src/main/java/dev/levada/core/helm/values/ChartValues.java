package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.chart.Chart;

/// A chart that is ready to be rendered: only the subcharts that take part, under their names.
///
/// @param chart the chart
/// @param given the values that the user gave
public record ChartValues(Chart chart, GoMap given) {

  /// Decides which subcharts take part and takes imported values over.
  ///
  /// @throws dev.levada.core.helm.chart.ChartInvalid where a value does not fit a subchart
  public static ChartValues of(Chart chart, GoMap given, Warnings warnings) {
    Chart enabled = new Dependencies(warnings).enable(chart, given);
    return new ChartValues(new ValueImports(warnings).apply(enabled), given);
  }

  /// A fresh table of the values that templates see.
  public GoMap coalesced(Warnings warnings) {
    return new Coalescing(Coalescing.Nulls.REMOVE, warnings).coalesce(chart, given);
  }
}
