package dev.levada.core.kustomize;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.manifest.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Has the charts of `helmCharts` rendered and reads what came out (kustomize.md section 17).
///
/// @param folder the kustomization's folder
/// @param namespace the kustomization's namespace, for charts that name none
record ChartResources(Folder folder, String namespace) {

  /// Whether charts are rendered at all shows before anything is generated.
  void admit(ChartEntry chart) {
    within(
        chart,
        () -> {
          folder.options().charts().admit(chart.name());
          return List.of();
        });
  }

  List<Resource> of(ChartEntry chart) {
    return within(chart, () -> rendered(chart));
  }

  private List<Resource> within(ChartEntry chart, Supplier<List<Resource>> step) {
    try {
      return step.get();
    } catch (BuildFailed e) {
      throw e.within(
          "trouble configuring builtin HelmChartInflationGenerator with config: `\n"
              + YamlWriter.text(configuration(chart))
              + "`: ");
    }
  }

  /// The entry with what the kustomization adds to it.
  private Mapping configuration(ChartEntry chart) {
    Mapping shown = chart.written().copy();
    if (chart.namespace().isEmpty() && !namespace.isEmpty()) {
      shown.put("namespace", namespace);
    }
    if (!chart.home().equals(ChartEntry.USUAL_HOME)) {
      shown.put("chartHome", chart.home());
    }
    return shown;
  }

  private List<Resource> rendered(ChartEntry chart) {
    if (chart.name().isEmpty()) {
      throw new BuildFailed("chart name cannot be empty", "Add 'name' to the chart");
    }
    String versioned =
        chart.repository().isEmpty() || chart.version().isEmpty()
            ? ""
            : chart.name() + "-" + chart.version() + "/";
    var request =
        new ChartRequest(
            folder.tree(),
            folder.locate(chart.home() + "/" + versioned + chart.name()),
            chart.name(),
            chart.repository(),
            chart.version(),
            chart.release(),
            chart.namespace().isEmpty() ? namespace : chart.namespace(),
            values(chart),
            chart.switches());
    List<Resource> resources =
        ResourceReader.read(folder.options().charts().inflate(request), "chart " + chart.name());
    resources.forEach(Resource::comesFromChart);
    return resources;
  }

  private List<Mapping> values(ChartEntry chart) {
    var values = new ArrayList<Mapping>();
    if (!chart.valuesMerge().equals("replace")) {
      chart.valuesFiles().forEach(path -> values.add(file(path)));
    }
    if (chart.valuesMerge().equals("merge")) {
      values.addFirst(chart.values());
    } else {
      values.add(chart.values());
    }
    return values;
  }

  private Mapping file(String path) {
    try {
      List<Node> documents = YamlReader.documents(folder.file(path), YamlRules.RESOURCE_V3);
      return !documents.isEmpty() && documents.getFirst() instanceof Mapping mapping
          ? mapping
          : new Mapping();
    } catch (MalformedManifest e) {
      throw new BuildFailed(e.getMessage() + " in '" + path + "'", "Correct the values file");
    }
  }
}
