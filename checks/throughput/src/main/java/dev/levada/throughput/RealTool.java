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

  private static final int RUNS = 41;

  /// Seconds that one build takes: the shortest of several processes, less the shortest of those
  /// that only start and say their version. The shortest is what least else came between.
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
    var works = new ArrayList<Double>();
    var starts = new ArrayList<Double>();
    for (int turn = 0; turn < RUNS; turn++) {
      works.add(seconds(command.apply(turn)));
      starts.add(seconds(List.of(program, "version")));
    }
    return Collections.min(works) - Collections.min(starts);
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
