package dev.levada.throughput;

import dev.levada.core.helm.chart.ChartFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The charts that a benchmark renders with their own values.
final class ChartLoads {

  /// The least that a chart can be.
  static final byte[] NOTHING =
      "apiVersion: v2\nname: nothing\nversion: 0.0.1\n".getBytes(StandardCharsets.UTF_8);

  private static final List<String> USUAL =
      List.of(
          "a first chart with its defaults",
          "a database on a common library",
          "a schema that holds",
          "conditions tags aliases and imported values",
          "configuration from files",
          "hooks of every kind in their order",
          "jobs from defaults and a table",
          "policies roles and volumes by conditions",
          "rules of alerts with braces of their own",
          "values of every type");

  private ChartLoads() {}

  /// The ten charts that come with the project.
  static List<Path> usual(Path root) {
    Path cases = root.resolve("cli/src/test/resources/charts/usual");
    return USUAL.stream().map(name -> cases.resolve(name).resolve("in")).toList();
  }

  /// The charts in a folder, by name.
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> each = Files.list(folder)) {
      return each.filter(path -> Files.exists(path.resolve("Chart.yaml"))).sorted().toList();
    }
  }

  /// What a table calls a chart.
  static String name(Path chart) {
    Path own = chart.endsWith("in") ? chart.resolve("..").normalize() : chart;
    return String.valueOf(own.getFileName());
  }

  static List<ChartFile> files(Path chart) throws IOException {
    var files = new ArrayList<ChartFile>();
    try (Stream<Path> paths = Files.walk(chart)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.add(new ChartFile(chart.relativize(path).toString(), Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
