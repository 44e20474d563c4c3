package dev.levada.throughput;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A table of `docs/performance.md`.
///
/// @param noun what is done each time
/// @param measured all figures
/// @param rival what is measured beside
record FigureTable(String noun, List<Measured> measured, Rival rival) {

  /// What is left of a process's time without its start cannot be told more finely.
  private static final double SHORTEST = 0.0005;

  private static final String HEAD =
      """
      | %1$s | threads: %1$ss a second | ms a %1$s | kB allocated | the real tool, ms | × faster a core |
      |---|---|---|---|---|---|
      """;

  /// How long the real tool takes.
  @FunctionalInterface
  interface Rival {

    /// Seconds for one time; empty where the tool is not there.
    OptionalDouble seconds(String subject) throws IOException, InterruptedException;
  }

  /// @param names what each subject is called, in the order of the rows
  String rows(List<Named> names) throws IOException, InterruptedException {
    var rows = new StringBuilder(HEAD.formatted(noun));
    for (Named each : names) {
      rows.append(row(each));
    }
    return rows.toString();
  }

  /// @param subject what was measured
  /// @param name what readers are told
  record Named(String subject, String name) {}

  private String row(Named each) throws IOException, InterruptedException {
    List<Measured> here =
        measured.stream().filter(one -> one.subject().equals(each.subject())).toList();
    Measured alone = here.getFirst();
    String threads =
        here.stream()
            .map(one -> String.format(Locale.ROOT, "%d: %.0f", one.threads(), one.perSecond()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.2f | %.0f | %s |%n",
        each.name(),
        threads,
        1000 / alone.perSecond(),
        alone.bytes() / 1000,
        comparison(alone));
  }

  private String comparison(Measured alone) throws IOException, InterruptedException {
    OptionalDouble found = rival.seconds(alone.subject());
    if (found.isEmpty()) {
      return "– | –";
    }
    double seconds = found.getAsDouble();
    if (seconds < SHORTEST) {
      return "less than 0.5 | –";
    }
    return String.format(Locale.ROOT, "%.1f | %.1f", seconds * 1000, seconds * alone.perSecond());
  }
}
