package dev.levada.core.helm;

import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartDependency;
import dev.levada.core.helm.chart.ChartInvalid;
import dev.levada.core.helm.render.Capabilities;
import dev.levada.core.helm.values.Warnings;
import dev.levada.core.semver.InvalidRange;
import dev.levada.core.semver.SemverRange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What must hold before a chart is rendered.
final class Installable {

  private Installable() {}

  static void check(Chart chart, Warnings warnings) {
    if (chart.metadata().isLibrary()) {
      throw new HelmFailed(
          "library charts are not installable",
          "Name the library " + chart.name() + " in the dependencies of another chart.",
          false);
    }
    if (chart.metadata().deprecated()) {
      warnings.warn("this chart is deprecated", "");
    }
    Set<String> present = chart.subcharts().stream().map(Chart::name).collect(Collectors.toSet());
    List<String> missing =
        chart.metadata().dependencies().stream()
            .map(ChartDependency::name)
            .filter(name -> !present.contains(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new HelmFailed(
          "an error occurred while checking for chart dependencies. You may need to run 'helm"
              + " dependency build' to fetch missing dependencies: found in Chart.yaml, but missing"
              + " in charts/ directory: "
              + String.join(", ", missing),
          "",
          false);
    }
  }

  static void checkKubeVersion(Chart chart, Capabilities capabilities) {
    String range = chart.metadata().kubeVersion();
    if (range.isEmpty() || accepts(range, capabilities)) {
      return;
    }
    throw new HelmFailed(
        "chart requires kubeVersion: "
            + range
            + " which is incompatible with Kubernetes "
            + capabilities.kubeVersion().text(),
        "Take another version of the chart " + chart.name() + ", or of Kubernetes.",
        true);
  }

  private static boolean accepts(String range, Capabilities capabilities) {
    try {
      return SemverRange.parse(range).matches(capabilities.kubeVersion().version());
    } catch (InvalidRange e) {
      return false;
    }
  }

  static HelmFailed failed(ChartInvalid invalid) {
    return new HelmFailed(invalid.text(), invalid.fix(), false);
  }
}
