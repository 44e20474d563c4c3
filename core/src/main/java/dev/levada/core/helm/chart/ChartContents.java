package dev.levada.core.helm.chart;

import java.util.List;
import java.util.Optional;

/// A chart's own files, sorted by what they are for.
///
/// @param schema values.schema.json
/// @param lock Chart.lock or requirements.lock
/// @param templates what is in `templates/`
/// @param files what templates can read
/// @param raw all of them
record ChartContents(
    Optional<byte[]> schema,
    Optional<byte[]> lock,
    List<ChartFile> templates,
    List<ChartFile> files,
    List<ChartFile> raw) {}
