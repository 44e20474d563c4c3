package dev.levada.testbed.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// A page with tables of measured figures, each between two comments that bear its name: `<!--
/// NAME: begin -->` and `<!-- NAME: end -->`.
///
/// @param path the page's file
public record FigurePage(Path path) {

  /// Replaces a table, and says above it on which machine and when it was measured.
  ///
  /// @param name the table's name
  /// @param table its lines
  /// @throws IllegalArgumentException where the page has no place for it
  public void write(String name, String table) throws IOException {
    String begin = "<!-- " + name + ": begin -->";
    String text = Files.readString(path);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("<!-- " + name + ": end -->");
    if (from < begin.length() || to < from) {
      throw new IllegalArgumentException(path + " has no place for the table " + name);
    }
    Files.writeString(
        path, text.substring(0, from) + "\n" + machine() + "\n\n" + table + text.substring(to));
  }

  private static String machine() throws IOException {
    String processor =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .orElse("unknown processor");
    return "%s, %d cores of %s, Java %s"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            processor,
            Runtime.version());
  }
}
