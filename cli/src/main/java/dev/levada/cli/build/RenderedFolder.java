package dev.levada.cli.build;

import dev.levada.core.kustomize.Build;
import java.util.List;

/// A folder's build.
///
/// @param build what became of it
/// @param reads what was read for it, a line each; empty unless it was asked for
record RenderedFolder(Build build, List<String> reads) {}
