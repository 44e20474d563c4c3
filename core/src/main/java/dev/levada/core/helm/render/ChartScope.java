package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.MapType;
import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartDependency;
import dev.levada.core.helm.chart.ChartFile;
import dev.levada.core.helm.chart.ChartMetadata;
import dev.levada.core.helm.chart.Maintainer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the templates of one chart get as their data, and the templates themselves with those of
/// the subcharts.
final class ChartScope {

  private ChartScope() {}

  /// A template and the data that all templates of its chart share.
  ///
  /// @param name its path from the top chart
  /// @param text its source
  /// @param folder the folder `templates` of its chart
  /// @param data what it is executed with
  record Template(String name, String text, String folder, ValuesMap data) {

    boolean isPartial() {
      return name.substring(name.lastIndexOf('/') + 1).startsWith("_");
    }
  }

  /// Collects templates of a chart and its subcharts.
  ///
  /// @param values the values of the top chart, which templates may change
  static void collect(
      Chart chart, GoMap values, GoMap release, Object capabilities, List<Template> into) {
    collect(chart, chart.name(), true, values, release, capabilities, into);
  }

  private static ValuesMap collect(
      Chart chart,
      String path,
      boolean root,
      GoMap values,
      GoMap release,
      Object capabilities,
      List<Template> into) {
    var subcharts = GoMap.create();
    var scope = GoMap.create();
    scope.put("Chart", metadata(chart.metadata(), root));
    scope.put("Files", FilesMap.of(chart.files()));
    scope.put("Release", release);
    scope.put("Capabilities", capabilities);
    scope.put("Values", new ValuesMap(values));
    scope.put("Subcharts", subcharts);
    for (Chart sub : chart.subcharts()) {
      GoMap inner = values.get(sub.name()) instanceof GoMap table ? table : GoMap.create();
      String subPath = path + "/charts/" + sub.name();
      subcharts.put(
          sub.name(), collect(sub, subPath, false, inner, release, capabilities, into).plain());
    }
    var data = new ValuesMap(scope);
    for (ChartFile file : chart.templates()) {
      String name = path + "/" + file.name();
      if (!chart.metadata().isLibrary() || isPartial(file.name())) {
        into.add(new Template(name, file.text(), path + "/templates", data));
      }
    }
    return data;
  }

  private static boolean isPartial(String name) {
    return name.substring(name.lastIndexOf('/') + 1).startsWith("_");
  }

  private static GoMap metadata(ChartMetadata metadata, boolean root) {
    var map = GoMap.create();
    map.put("APIVersion", metadata.apiVersion());
    map.put("Annotations", annotations(metadata.annotations()));
    map.put("AppVersion", metadata.appVersion());
    map.put("Condition", metadata.condition());
    map.put("Dependencies", list(metadata.dependencies(), ChartScope::dependency));
    map.put("Deprecated", metadata.deprecated());
    map.put("Description", metadata.description());
    map.put("Home", metadata.home());
    map.put("Icon", metadata.icon());
    map.put("IsRoot", root);
    map.put("Keywords", list(metadata.keywords(), word -> word));
    map.put("KubeVersion", metadata.kubeVersion());
    map.put("Maintainers", list(metadata.maintainers(), ChartScope::maintainer));
    map.put("Name", metadata.name());
    map.put("Sources", list(metadata.sources(), source -> source));
    map.put("Tags", metadata.tags());
    map.put("Type", metadata.type());
    map.put("Version", metadata.version());
    return map;
  }

  private static <T> GoList list(List<T> items, Function<T, Object> value) {
    return GoList.copyOf(items.stream().map(value).toList());
  }

  private static GoMap annotations(Optional<Map<String, String>> written) {
    if (written.isEmpty()) {
      return NoTexts.MAP;
    }
    var map = new GoMap(MapType.STRINGS);
    written.get().forEach(map::put);
    return map;
  }

  private static GoMap dependency(ChartDependency dependency) {
    var map = GoMap.create();
    map.put("Alias", dependency.alias());
    map.put("Condition", dependency.condition());
    map.put("Enabled", dependency.enabled());
    map.put(
        "ImportValues",
        list(
            dependency.importValues(),
            each -> {
              var both = new GoMap(MapType.STRINGS);
              both.put("child", each.child());
              both.put("parent", each.parent());
              return both;
            }));
    map.put("Name", dependency.name());
    map.put("Repository", dependency.repository());
    map.put("Tags", list(dependency.tags(), tag -> tag));
    map.put("Version", dependency.version());
    return map;
  }

  private static GoMap maintainer(Maintainer maintainer) {
    var map = GoMap.create();
    map.put("Name", maintainer.name());
    map.put("Email", maintainer.email());
    map.put("URL", maintainer.url());
    return map;
  }

  /// A nil `map[string]string`.
  private static final class NoTexts extends GoMap {

    private static final NoTexts MAP = new NoTexts();

    private NoTexts() {
      super(MapType.STRINGS, GoMap.nil());
    }
  }
}
