package dev.levada.core.helm;

import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartDependency;
import dev.levada.core.helm.chart.ChartFile;
import dev.levada.core.helm.chart.ChartMetadata;
import dev.levada.core.helm.chart.Maintainer;
import dev.levada.core.helm.chart.ValueImport;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What `helm show` prints of a chart.
///
/// @param chart the chart
public record ShownChart(Chart chart) {

  private static final List<String> READMES = List.of("readme.md", "readme.txt", "readme");

  /// The definition.
  public String definition() {
    return YamlWriter.text(metadata(chart.metadata())) + "\n";
  }

  /// The default values as they are written; empty where there are none.
  public String values() {
    return file("values.yaml").map(ChartFile::text).map(text -> text + "\n").orElse("");
  }

  /// The schema as it is written; empty where there is none.
  public String schema() {
    return file("values.schema.json").map(ChartFile::text).map(text -> text + "\n").orElse("");
  }

  /// The readme; empty where there is none.
  public String readme() {
    return READMES.stream()
        .flatMap(name ->
            chart.raw().stream().filter(f -> f.name().toLowerCase(Locale.ROOT).equals(name)))
        .findFirst()
        .map(file -> file.text() + "\n")
        .orElse("");
  }

  /// The custom resource definitions.
  public String definitions() {
    var text = new StringBuilder();
    for (ChartFile file : chart.definitions()) {
      text.append(file.text().startsWith("---") ? "" : "---\n").append(file.text()).append('\n');
    }
    return text.toString();
  }

  /// All of them but the schema.
  public String all() {
    return definition() + after(values()) + after(readme()) + definitions();
  }

  private static String after(String text) {
    return text.isEmpty() ? "" : "---\n" + text;
  }

  private Optional<ChartFile> file(String name) {
    return chart.raw().stream().filter(file -> file.name().equals(name)).findFirst();
  }

  private static Mapping metadata(ChartMetadata metadata) {
    var mapping = new Mapping();
    text(mapping, "apiVersion", metadata.apiVersion());
    text(mapping, "appVersion", metadata.appVersion());
    text(mapping, "condition", metadata.condition());
    text(mapping, "description", metadata.description());
    text(mapping, "home", metadata.home());
    text(mapping, "icon", metadata.icon());
    text(mapping, "kubeVersion", metadata.kubeVersion());
    text(mapping, "name", metadata.name());
    text(mapping, "tags", metadata.tags());
    text(mapping, "type", metadata.type());
    text(mapping, "version", metadata.version());
    if (metadata.deprecated()) {
      mapping.put("deprecated", Scalar.of(true));
    }
    metadata
        .annotations()
        .filter(texts -> !texts.isEmpty())
        .ifPresent(texts -> {
          var annotations = new Mapping();
          texts.forEach((key, value) -> annotations.put(key, scalar(value)));
          mapping.put("annotations", annotations);
        });
    list(mapping, "keywords", metadata.keywords(), ShownChart::scalar);
    list(mapping, "sources", metadata.sources(), ShownChart::scalar);
    list(mapping, "maintainers", metadata.maintainers(), ShownChart::maintainer);
    list(mapping, "dependencies", metadata.dependencies(), ShownChart::dependency);
    return mapping;
  }

  private static Node maintainer(Maintainer maintainer) {
    var mapping = new Mapping();
    text(mapping, "email", maintainer.email());
    text(mapping, "name", maintainer.name());
    text(mapping, "url", maintainer.url());
    return mapping;
  }

  private static Node dependency(ChartDependency dependency) {
    var mapping = new Mapping();
    text(mapping, "alias", dependency.alias());
    text(mapping, "condition", dependency.condition());
    if (dependency.enabled()) {
      mapping.put("enabled", Scalar.of(true));
    }
    list(mapping, "import-values", dependency.importValues(), ShownChart::valueImport);
    text(mapping, "name", dependency.name());
    mapping.put("repository", scalar(dependency.repository()));
    list(mapping, "tags", dependency.tags(), ShownChart::scalar);
    text(mapping, "version", dependency.version());
    return mapping;
  }

  private static Node valueImport(ValueImport each) {
    return switch (each) {
      case ValueImport.Export export -> scalar(export.name());
      case ValueImport.Move move ->
          new Mapping().put("child", scalar(move.child())).put("parent", scalar(move.parent()));
    };
  }

  private static void text(Mapping mapping, String key, String value) {
    if (!value.isEmpty()) {
      mapping.put(key, scalar(value));
    }
  }

  private static <T> void list(Mapping mapping, String key, List<T> items, Function<T, Node> node) {
    if (!items.isEmpty()) {
      mapping.put(key, new Sequence(items.stream().map(node).toList()));
    }
  }

  private static Scalar scalar(String text) {
    return new Scalar(Scalar.Kind.STRING, text, true);
  }
}
