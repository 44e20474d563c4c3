package dev.levada.throughput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// The tool that is measured beside, as a process of its own.
///
/// @param program its path
record RealTool(String program) {

  private static final int RUNS = 81;

  /// Seconds that one build takes: by how much a process for it lasts longer than one right after
  /// it that only starts and says its version, the median of many such pairs. What slows the
  /// machine down for a while slows down both.
  double secondsPerBuild(Workload workload) throws IOException, InterruptedException {
    Path root = Files.createTempDirectory("levada-throughput");
    try {
      layOut(workload, root);
      return secondsPerBuild(workload.folders(), root);
    } finally {
      try (Stream<Path> paths = Files.walk(root)) {
        paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private static void layOut(Workload workload, Path root) throws IOException {
    for (Map.Entry<String, String> file : workload.files().entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private double secondsPerBuild(List<String> folders, Path root)
      throws IOException, InterruptedException {
    return beyondStart(turn ->
        List.of(program, "build", root.resolve(folders.get(turn % folders.size())).toString()));
  }

  /// Seconds that one `helm template` takes, found in the same way.
  double secondsPerRender(String chart) throws IOException, InterruptedException {
    return beyondStart(turn -> List.of(program, "template", "bench", chart));
  }

  private double beyondStart(IntFunction<List<String>> command)
      throws IOException, InterruptedException {
    var differences = new ArrayList<Double>();
    for (int turn = 0; turn < RUNS; turn++) {
      double work = seconds(command.apply(turn));
      differences.add(work - seconds(List.of(program, "version")));
    }
    Collections.sort(differences);
    return differences.get(RUNS / 2);
  }

  private static double seconds(List<String> command) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return (System.nanoTime() - begun) / 1e9;
  }
}
