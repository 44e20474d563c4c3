package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartDependency;
import dev.levada.core.helm.table.Tables;
import dev.levada.core.semver.InvalidRange;
import dev.levada.core.semver.SemverRange;
import dev.levada.core.semver.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which subcharts take part, under which name: entries of `dependencies`, their conditions and
/// tags (helm.md section 17).
final class Dependencies {

  private final Warnings warnings;

  Dependencies(Warnings warnings) {
    this.warnings = warnings;
  }

  /// The chart with those subcharts only that take part.
  Chart enable(Chart chart, GoMap values) {
    return enable(chart, values, "");
  }

  private Chart enable(Chart chart, GoMap values, String path) {
    List<ChartDependency> entries = chart.metadata().dependencies();
    if (entries.isEmpty()) {
      return chart;
    }
    var settled = entries.stream().map(ChartDependency::settled).toList();
    Chart renamed =
        chart.with(chart.metadata().with(chart.name(), settled), claimed(chart, entries));
    GoMap effective = new Coalescing(Coalescing.Nulls.REMOVE, warnings).coalesce(renamed, values);
    var disabled = new HashSet<String>();
    for (ChartDependency entry : settled) {
      if (!isEnabled(entry, effective, path)) {
        disabled.add(entry.name());
      }
    }
    return recurse(renamed, disabled, effective, path);
  }

  private Chart recurse(Chart chart, Set<String> disabled, GoMap values, String path) {
    var kept = new ArrayList<Chart>();
    for (Chart child : chart.subcharts()) {
      if (!disabled.contains(child.name())) {
        kept.add(enable(child, values, path + child.name() + "."));
      }
    }
    var entries =
        chart.metadata().dependencies().stream()
            .filter(entry -> !disabled.contains(entry.name()))
            .toList();
    return chart.with(chart.metadata().with(chart.name(), entries), kept);
  }

  /// The subcharts that no entry claims, and then one for each entry that claims one.
  private static List<Chart> claimed(Chart chart, List<ChartDependency> entries) {
    var all = new ArrayList<Chart>();
    for (Chart child : chart.subcharts()) {
      if (entries.stream().noneMatch(entry -> claims(entry, child))) {
        all.add(child);
      }
    }
    for (ChartDependency entry : entries) {
      chart.subcharts().stream()
          .filter(child -> claims(entry, child))
          .findFirst()
          .map(child -> named(child, entry))
          .ifPresent(all::add);
    }
    return all;
  }

  private static Chart named(Chart child, ChartDependency entry) {
    return entry.alias().isEmpty()
        ? child
        : child.with(
            child.metadata().with(entry.alias(), child.metadata().dependencies()),
            child.subcharts());
  }

  private static boolean claims(ChartDependency entry, Chart child) {
    // No version is no range: such an entry claims nothing, so its alias is of no effect.
    if (!entry.name().equals(child.name()) || entry.version().isEmpty()) {
      return false;
    }
    try {
      SemverRange range = SemverRange.parse(entry.version());
      return Version.parse(child.metadata().version()).filter(range::matches).isPresent();
    } catch (InvalidRange e) {
      return false;
    }
  }

  private boolean isEnabled(ChartDependency entry, GoMap values, String path) {
    boolean enabled = byTags(entry, values);
    for (String condition : entry.condition().split(",", -1)) {
      if (condition.isEmpty()) {
        continue;
      }
      Optional<Object> found = Tables.leaf(values, path + condition);
      if (found.isPresent() && found.get() instanceof Boolean flag) {
        return flag;
      }
      found.ifPresent(_ ->
          warnings.warn(
              "returned non-bool value",
              "path=" + Warnings.quoted(condition) + " chart=" + Warnings.quoted(entry.name())));
    }
    return enabled;
  }

  private boolean byTags(ChartDependency entry, GoMap values) {
    GoMap tags = Tables.table(values, "tags").orElseGet(GoMap::create);
    boolean off = false;
    for (String tag : entry.tags()) {
      if (tags.has(tag)) {
        if (!(tags.get(tag) instanceof Boolean flag)) {
          warnings.warn(
              "returned non-bool value",
              "tag=" + Warnings.quoted(tag) + " chart=" + Warnings.quoted(entry.name()));
        } else if (flag) {
          return true;
        } else {
          off = true;
        }
      }
    }
    return !off;
  }
}
