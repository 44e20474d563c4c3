package dev.levada.throughput;

import dev.levada.testbed.figures.FigurePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// The second half of `make bench`: how many builds a second, and what they allocate. Writes the
/// figures as JSON and into the table of `docs/performance.md`.
public final class Throughput {

  private static final List<Integer> THREADS = List.of(1, 2, 4);
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final TimeValue ROUND = TimeValue.seconds(2);

  private Throughput() {}

  /// Runs the benchmark: `--kustomize PROGRAM` measures the real tool beside.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    Path root = Path.of(System.getProperty("levada.root", ".")).toAbsolutePath().normalize();
    Path folder = Files.createDirectories(root.resolve("checks/throughput/target/bench"));
    var measured = new ArrayList<Measured>();
    for (int threads : THREADS) {
      for (RunResult result : run(threads, folder.resolve("kustomize-" + threads + ".json"))) {
        measured.add(
            new Measured(
                Workload.valueOf(result.getParams().getParam("workload")),
                threads,
                result.getPrimaryResult().getScore(),
                Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                    .getScore()));
      }
    }
    var table = new KustomizeTable(measured, realTool(arguments));
    new FigurePage(root.resolve("docs/performance.md")).write("kustomize", table.rows());
    System.out.println("written: " + folder + " and docs/performance.md");
  }

  private static Iterable<RunResult> run(int threads, Path json) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(KustomizeBench.class.getName())
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .threads(threads)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(ROUND)
                .measurementIterations(5)
                .measurementTime(ROUND)
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx2g", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders")
                .resultFormat(org.openjdk.jmh.results.format.ResultFormatType.JSON)
                .result(json.toString())
                .build())
        .run();
  }

  private static Optional<RealTool> realTool(String[] arguments) {
    int at = Arrays.asList(arguments).indexOf("--kustomize");
    return at >= 0 && at + 1 < arguments.length
        ? Optional.of(new RealTool(arguments[at + 1]))
        : Optional.empty();
  }
}
