package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartDependency;
import dev.levada.core.helm.chart.ValueImport;
import dev.levada.core.helm.table.Tables;
import java.util.List;
import java.util.Optional;

/// Takes values of subcharts over into their parents, from the bottom up (`import-values`).
final class ValueImports {

  private final Warnings warnings;
  private final Coalescing merging;

  ValueImports(Warnings warnings) {
    this.warnings = warnings;
    this.merging = new Coalescing(Coalescing.Nulls.KEEP, warnings);
  }

  /// The chart with defaults that hold what is imported, and the subcharts' defaults.
  Chart apply(Chart chart) {
    List<Chart> children = chart.subcharts().stream().map(this::apply).toList();
    Chart with = chart.with(chart.metadata(), children);
    return chart.metadata().dependencies().isEmpty() ? with : with.withValues(imported(with));
  }

  private GoMap imported(Chart chart) {
    GoMap values = merging.coalesce(chart, GoMap.create());
    GoMap imports = GoMap.create();
    for (ChartDependency entry : chart.metadata().dependencies()) {
      for (ValueImport each : entry.importValues()) {
        Optional<GoMap> table = Tables.table(values, entry.name() + "." + each.child());
        if (table.isEmpty()) {
          warn(entry, each, missing(values, entry.name() + "." + each.child()));
        } else {
          GoMap moved = at(each.parent(), Tables.copy(table.get()));
          merging.join(imports, moved, true, "");
        }
      }
    }
    merging.join(values, imports, true, "");
    return values;
  }

  private void warn(ChartDependency entry, ValueImport each, String key) {
    String error = "error=" + Warnings.quoted("\"" + key + "\" is not a table");
    switch (each) {
      case ValueImport.Export _ -> warnings.warn("ImportValues missing table", error);
      case ValueImport.Move _ ->
          warnings.warn(
              "ImportValues missing table from chart",
              "chart=" + Warnings.quoted(entry.name()) + " " + error);
    }
  }

  /// The first key on a path that holds no table.
  private static String missing(GoMap values, String path) {
    GoMap at = values;
    for (String key : path.split("\\.", -1)) {
      if (!(at.get(key) instanceof GoMap next)) {
        return key;
      }
      at = next;
    }
    return "";
  }

  /// A table at the end of a path.
  private static GoMap at(String path, GoMap table) {
    if (path.equals(".")) {
      return table;
    }
    GoMap inner = table;
    List<String> keys = List.of(path.split("\\.", -1));
    for (String key : keys.reversed()) {
      GoMap outer = GoMap.create();
      outer.put(key, inner);
      inner = outer;
    }
    return inner;
  }
}
