package dev.levada.core.helm;

import dev.levada.core.gotemplate.Limits;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.postrender.PostRendering;
import dev.levada.core.helm.render.Capabilities;
import dev.levada.core.helm.render.Lookup;
import dev.levada.core.helm.render.Release;
import java.time.Instant;
import java.util.Optional;

/// A release that is to be rendered.
///
/// @param chart the chart
/// @param values what the user gives; not changed
/// @param release the release
/// @param capabilities what the cluster can do
/// @param lookup finds objects of the cluster
/// @param now what templates take for now
/// @param seed makes random functions repeatable; nothing for real randomness
/// @param checkSchema whether values must fit the charts' schemas
/// @param postRendering what changes the objects before they are sorted
/// @param limits how much the rendering may take
public record ReleaseRequest(
    Chart chart,
    GoMap values,
    Release release,
    Capabilities capabilities,
    Lookup lookup,
    Instant now,
    Optional<String> seed,
    boolean checkSchema,
    PostRendering postRendering,
    Limits limits) {}
