package dev.levada.operator.pullrequest;

import dev.levada.api.SourceReference;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// A HelmRelease, as far as its chart lies in a source.
///
/// @param name `HelmRelease/namespace/name`
/// @param source the source
/// @param reads the chart's folder and its files of values
public record ChartUser(String name, SourceReference source, Set<TreePath> reads) {

  public ChartUser {
    reads = Set.copyOf(reads);
  }

  /// Reads a HelmRelease.
  public static ChartUser of(Manifest object) {
    Mapping chart = object.root().mappingAt("spec", "chart", "spec");
    Mapping reference = chart.mappingAt("sourceRef");
    String namespace = reference.textAt("namespace");
    var source =
        new SourceReference(
            reference.textAt("kind"),
            namespace.isEmpty() ? object.namespace() : namespace,
            reference.textAt("name"));
    var reads = new HashSet<TreePath>();
    add(chart.textAt("chart"), reads);
    chart.sequenceAt("valuesFiles").texts().forEach(file -> add(file, reads));
    return new ChartUser(
        object.kind() + "/" + object.namespace() + "/" + object.name(), source, reads);
  }

  private static void add(String path, Set<TreePath> reads) {
    try {
      if (!path.isEmpty()) {
        reads.add(TreePath.ROOT.resolve(path));
      }
    } catch (UnsafePath unusable) {
      // The release's own status says so.
    }
  }

  /// Whether one of these files of its source is part of the chart or its values.
  public boolean isMadeFrom(Collection<TreePath> files) {
    return files.stream().anyMatch(file -> reads.stream().anyMatch(file::isWithin));
  }
}
