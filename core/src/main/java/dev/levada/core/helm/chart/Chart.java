package dev.levada.core.helm.chart;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.table.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A chart with its subcharts. It never changes and may be kept and shared.
public final class Chart {

  private final ChartMetadata metadata;
  private final GoMap values;
  private final Optional<byte[]> schema;
  private final Optional<byte[]> lock;
  private final List<ChartFile> templates;
  private final List<ChartFile> files;
  private final List<ChartFile> raw;
  private final List<Chart> subcharts;

  /// @param metadata what Chart.yaml says
  /// @param values the defaults, which become the chart's own
  /// @param contents its files
  /// @param subcharts the charts in `charts/`
  Chart(ChartMetadata metadata, GoMap values, ChartContents contents, List<Chart> subcharts) {
    this(
        metadata,
        values,
        contents.schema(),
        contents.lock(),
        contents.templates(),
        contents.files(),
        contents.raw(),
        subcharts);
  }

  private Chart(
      ChartMetadata metadata,
      GoMap values,
      Optional<byte[]> schema,
      Optional<byte[]> lock,
      List<ChartFile> templates,
      List<ChartFile> files,
      List<ChartFile> raw,
      List<Chart> subcharts) {
    this.metadata = metadata;
    this.values = values;
    this.schema = schema;
    this.lock = lock;
    this.templates = List.copyOf(templates);
    this.files = List.copyOf(files);
    this.raw = List.copyOf(raw);
    this.subcharts = List.copyOf(subcharts);
  }

  /// What Chart.yaml says.
  public ChartMetadata metadata() {
    return metadata;
  }

  /// The name; the alias where the chart is used under one.
  public String name() {
    return metadata.name();
  }

  /// A copy of the default values, which the caller may change.
  public GoMap values() {
    return Tables.copy(values);
  }

  /// The content of values.schema.json.
  public Optional<byte[]> schema() {
    return schema;
  }

  /// The content of Chart.lock or requirements.lock.
  public Optional<byte[]> lock() {
    return lock;
  }

  /// The files in `templates/`, in the order in which they were read.
  public List<ChartFile> templates() {
    return templates;
  }

  /// The files that templates can read.
  public List<ChartFile> files() {
    return files;
  }

  /// All files of this chart, its subcharts' left out, as they were read.
  public List<ChartFile> raw() {
    return raw;
  }

  /// The charts in `charts/`.
  public List<Chart> subcharts() {
    return subcharts;
  }

  /// The custom resource definitions in `crds/`, and then those of the subcharts; the names begin
  /// with the path of their chart.
  public List<ChartFile> definitions() {
    var all = new java.util.ArrayList<ChartFile>();
    definitions(name(), all);
    return all;
  }

  private void definitions(String path, List<ChartFile> into) {
    files.stream()
        .filter(Chart::isDefinition)
        .forEach(file -> into.add(file.renamed(path + "/" + file.name())));
    subcharts.forEach(sub -> sub.definitions(path + "/charts/" + sub.name(), into));
  }

  private static boolean isDefinition(ChartFile file) {
    String lower = file.name().toLowerCase(Locale.ROOT);
    return file.name().startsWith("crds/")
        && (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"));
  }

  /// The same chart with other metadata and subcharts.
  public Chart with(ChartMetadata otherMetadata, List<Chart> otherSubcharts) {
    return new Chart(otherMetadata, values, schema, lock, templates, files, raw, otherSubcharts);
  }

  /// The same chart with other default values, which become its own.
  public Chart withValues(GoMap otherValues) {
    return new Chart(metadata, otherValues, schema, lock, templates, files, raw, subcharts);
  }
}
