package dev.levada.core.helm.chart;

import java.util.List;

/// A chart that another one needs.
///
/// @param name the needed chart's name; its alias once dependencies are processed
/// @param version the range of versions that will do; empty for any
/// @param repository where it comes from
/// @param condition paths in the values, joined by commas: the first that is a boolean decides
/// @param tags words that switch it on or off
/// @param enabled whether it takes part
/// @param importValues which of its values the parent takes over
/// @param alias the name under which the parent uses it; empty for its own
public record ChartDependency(
    String name,
    String version,
    String repository,
    String condition,
    List<String> tags,
    boolean enabled,
    List<ValueImport> importValues,
    String alias) {

  /// Fixes the lists.
  public ChartDependency {
    tags = List.copyOf(tags);
    importValues = List.copyOf(importValues);
  }

  /// The same, switched on under its alias.
  public ChartDependency settled() {
    return new ChartDependency(
        alias.isEmpty() ? name : alias,
        version,
        repository,
        condition,
        tags,
        true,
        importValues,
        alias);
  }
}
