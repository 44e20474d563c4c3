package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.Limits;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.chart.Chart;
import java.time.Instant;
import java.util.Optional;

/// What is to be rendered, for whom.
///
/// @param chart the chart with those subcharts that take part
/// @param values the values: those of the user, then all of the chart, which templates may change
/// @param release the release
/// @param capabilities what the cluster can do
/// @param lookup finds objects of the cluster
/// @param now what templates take for now
/// @param seed makes random functions repeatable; nothing for real randomness
/// @param limits how much the rendering may take
public record RenderRequest(
    Chart chart,
    GoMap values,
    Release release,
    Capabilities capabilities,
    Lookup lookup,
    Instant now,
    Optional<String> seed,
    Limits limits) {

  /// The same for a chart whose dependencies are settled, and for its settled values.
  public RenderRequest with(Chart settled, GoMap table) {
    return new RenderRequest(settled, table, release, capabilities, lookup, now, seed, limits);
  }
}
