package dev.levada.core.helm;

import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartFile;
import dev.levada.core.helm.release.Documents;
import dev.levada.core.helm.release.Hook;
import dev.levada.core.helm.release.ReleaseManifests;
import java.util.List;

/// A release as it was rendered.
///
/// @param chart the chart as it took part: without what is switched off, with imported values
/// @param manifests its objects and hooks
public record RenderedRelease(Chart chart, ReleaseManifests manifests) {

  /// What `helm template` prints before anything is picked from it.
  ///
  /// @param definitions whether to begin with what is in `crds/`
  /// @param hooks the hooks to end with
  public String stream(boolean definitions, List<Hook> hooks) {
    var text = new StringBuilder();
    if (definitions) {
      for (ChartFile file : chart.definitions()) {
        text.append("---\n# Source: ").append(file.name()).append('\n');
        text.append(file.text()).append('\n');
      }
    }
    text.append(manifests.manifestText());
    String all = Documents.trim(text.toString()) + "\n";
    var stream = new StringBuilder(all);
    for (Hook hook : hooks) {
      stream.append("---\n# Source: ").append(hook.path()).append('\n');
      stream.append(hook.manifest()).append('\n');
    }
    return stream.toString();
  }
}
