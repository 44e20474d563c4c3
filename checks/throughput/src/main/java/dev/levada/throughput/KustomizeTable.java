package dev.levada.throughput;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The table of `docs/performance.md` about kustomizations.
///
/// @param measured all figures
/// @param tool what is measured beside, where it is there
record KustomizeTable(List<Measured> measured, Optional<RealTool> tool) {

  private static final String HEAD =
      """
      | build | threads: builds a second | ms a build | kB allocated | the real tool, ms | × faster a core |
      |---|---|---|---|---|---|
      """;

  String rows() throws IOException, InterruptedException {
    var rows = new StringBuilder(HEAD);
    for (Workload workload : Workload.values()) {
      rows.append(row(workload));
    }
    return rows.toString();
  }

  private String row(Workload workload) throws IOException, InterruptedException {
    List<Measured> here = measured.stream().filter(one -> one.workload() == workload).toList();
    Measured alone = here.getFirst();
    String threads =
        here.stream()
            .map(one -> String.format(Locale.ROOT, "%d: %.0f", one.threads(), one.perSecond()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.2f | %.0f | %s |%n",
        workload.description(),
        threads,
        1000 / alone.perSecond(),
        alone.bytes() / 1000,
        comparison(workload, alone));
  }

  private String comparison(Workload workload, Measured alone)
      throws IOException, InterruptedException {
    if (tool.isEmpty()) {
      return "– | –";
    }
    double seconds = tool.get().secondsPerBuild(workload);
    return String.format(Locale.ROOT, "%.1f | %.1f", seconds * 1000, seconds * alone.perSecond());
  }
}
