package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartInvalid;
import dev.levada.core.helm.table.Tables;
import java.util.HashSet;
import java.util.Set;

/// Lays a chart's defaults, and those of its subcharts, under the values that are given. Nulls take
/// the shortcuts that they take in Helm (helm.md section 18).
final class Coalescing {

  private final Nulls nulls;
  private final Warnings warnings;

  /// What becomes of nulls.
  enum Nulls {
    /// They remove what lies below and then themselves.
    REMOVE,
    /// They stay, to act later.
    KEEP
  }

  Coalescing(Nulls nulls, Warnings warnings) {
    this.nulls = nulls;
    this.warnings = warnings;
  }

  /// A fresh table of values over a chart's defaults; neither is changed.
  GoMap coalesce(Chart chart, GoMap over) {
    GoMap values = Tables.copy(over);
    coalesce(chart, values, "");
    return values;
  }

  private void coalesce(Chart chart, GoMap values, String prefix) {
    String path = prefix.isEmpty() ? chart.name() : prefix + "." + chart.name();
    Set<String> children = new HashSet<>();
    chart.subcharts().forEach(sub -> children.add(sub.name()));
    GoMap defaults = chart.values();
    for (String key : defaults.keys().clone()) {
      Object given = defaults.get(key);
      if (values.has(key)) {
        under(values, key, given, children.contains(key), path);
      } else if (nulls == Nulls.KEEP) {
        values.put(key, given);
      } else if (given != Nil.NIL) {
        values.put(key, given instanceof GoMap table ? withoutNulls(table) : given);
      }
    }
    for (Chart child : chart.subcharts()) {
      child(child, values, path);
    }
  }

  private void under(GoMap values, String key, Object given, boolean isChild, String path) {
    Object value = values.get(key);
    if (value == Nil.NIL) {
      if (nulls == Nulls.REMOVE) {
        values.remove(key);
      }
    } else if (value instanceof GoMap table) {
      if (given instanceof GoMap defaults) {
        boolean keep = isChild || nulls == Nulls.KEEP;
        join(table, keep ? defaults : withoutNulls(defaults), keep, path + "." + key);
      } else if (given != Nil.NIL) {
        warnings.add("warning: skipped value for " + path + "." + key + ": Not a table.");
      }
    }
  }

  private void child(Chart child, GoMap values, String path) {
    String name = child.name();
    if (!values.has(name)) {
      values.put(name, GoMap.create());
    }
    if (!(values.get(name) instanceof GoMap table)) {
      throw new ChartInvalid(
          "type mismatch on " + name + ": " + BadTruth.text(values.get(name)),
          "Give '" + name + "' a table: it holds the values of the subchart of that name.");
    }
    new Globals(warnings, path).inherit(table, values);
    coalesce(child, table, path);
  }

  /// Lays one table under another.
  ///
  /// @param keep whether nulls of the upper table stay
  void join(GoMap over, GoMap under, boolean keep, String path) {
    Set<String> set = takeNulls(over, under);
    for (String key : under.keys().clone()) {
      Object below = under.get(key);
      Object value = over.get(key);
      if (!over.has(key)) {
        over.put(key, below);
      } else if (value == Nil.NIL && !keep && set.contains(key)) {
        over.remove(key);
      } else {
        joinValue(value, below, keep, path.isEmpty() ? key : path + "." + key);
      }
    }
  }

  /// Lets the upper table's nulls stand in the lower one, and says what was set there before.
  private static Set<String> takeNulls(GoMap over, GoMap under) {
    Set<String> set = new HashSet<>();
    for (String key : under.keys()) {
      if (under.get(key) != Nil.NIL) {
        set.add(key);
      }
    }
    for (String key : over.keys()) {
      if (over.get(key) == Nil.NIL) {
        under.put(key, Nil.NIL);
      }
    }
    return set;
  }

  private void joinValue(Object value, Object below, boolean keep, String path) {
    if (below instanceof GoMap table) {
      if (value instanceof GoMap upper) {
        join(upper, table, keep, path);
      } else {
        warnings.add(
            "warning: cannot overwrite table with non table for "
                + path
                + " ("
                + BadTruth.plain(table)
                + ")");
      }
    } else if (value instanceof GoMap && below != Nil.NIL) {
      warnings.add(
          "warning: destination for "
              + path
              + " is a table. Ignoring non-table value ("
              + BadTruth.plain(below)
              + ")");
    }
  }

  private static GoMap withoutNulls(GoMap table) {
    for (String key : table.keys().clone()) {
      Object value = table.get(key);
      if (value == Nil.NIL) {
        table.remove(key);
      } else if (value instanceof GoMap inner) {
        withoutNulls(inner);
      }
    }
    return table;
  }
}
