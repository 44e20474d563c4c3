package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.table.Tables;

/// Hands what a chart has under `global` down to its subchart.
///
/// @param path the chart's names from the outermost, for warnings
record Globals(Warnings warnings, String path) {

  /// @param child the subchart's values, whose `global` is filled
  /// @param parent the values of the chart above
  void inherit(GoMap child, GoMap parent) {
    Object to = child.has("global") ? child.get("global") : GoMap.create();
    if (!(to instanceof GoMap target)) {
      warnings.add("warning: skipping globals because destination global is not a table.");
      return;
    }
    Object from = parent.has("global") ? parent.get("global") : GoMap.create();
    if (!(from instanceof GoMap source)) {
      warnings.add("warning: skipping globals because source global is not a table.");
      return;
    }
    for (String key : source.keys()) {
      inherit(target, key, source.get(key));
    }
    child.put("global", target);
  }

  private void inherit(GoMap target, String key, Object value) {
    if (value instanceof GoMap table) {
      // Only the outermost table is copied: what a subchart adds to tables further in, the charts
      // above see as well.
      GoMap copy = Tables.shallowCopy(table);
      if (!target.has(key)) {
        target.put(key, copy);
      } else if (target.get(key) instanceof GoMap below) {
        new Coalescing(Coalescing.Nulls.KEEP, warnings).join(copy, below, true, path + "." + key);
        target.put(key, copy);
      } else {
        warnings.add("Conflict: cannot merge map onto non-map for \"" + key + "\". Skipping.");
      }
    } else if (target.get(key) instanceof GoMap) {
      warnings.add("key " + key + " is table. Skipping");
    } else {
      target.put(key, value);
    }
  }
}
