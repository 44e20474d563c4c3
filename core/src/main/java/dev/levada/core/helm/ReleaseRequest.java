package dev.levada.core.helm;

import dev.levada.core.helm.postrender.PostRendering;
import dev.levada.core.helm.render.RenderRequest;

/// A release that is to be rendered.
///
/// @param rendering the chart as it was read, and the values that the user gives, which are not
///   changed
/// @param checkSchema whether values must fit the charts' schemas
/// @param postRendering what changes the objects before they are sorted
public record ReleaseRequest(
    RenderRequest rendering, boolean checkSchema, PostRendering postRendering) {}
