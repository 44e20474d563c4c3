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
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// The first half of `make bench`: how many builds of kustomizations and renderings of charts a
/// second, and what they allocate. Writes the figures as JSON and into the tables of
/// `docs/performance.md`.
public final class Throughput {

  private static final List<Integer> THREADS = List.of(1, 2, 4);
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final List<String> arguments;
  private final Path root;
  private final Path folder;

  private Throughput(List<String> arguments, Path root, Path folder) {
    this.arguments = arguments;
    this.root = root;
    this.folder = folder;
  }

  /// Runs the benchmarks: `--kustomize PROGRAM` and `--helm PROGRAM` measure the real tools beside,
  /// `--charts FOLDER` renders the charts in it in place of those that come with the project,
  /// `--only kustomize` or `--only helm` runs one of the two, `--round SECONDS` sets the length of
  /// a measurement (2).
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    Path root = Path.of(System.getProperty("levada.root", ".")).toAbsolutePath().normalize();
    Path folder = Files.createDirectories(root.resolve("checks/throughput/target/bench"));
    var run = new Throughput(Arrays.asList(arguments), root, folder);
    Optional<String> only = run.option("--only");
    if (!only.equals(Optional.of("helm"))) {
      run.kustomizations();
    }
    if (!only.equals(Optional.of("kustomize"))) {
      run.charts();
    }
    System.out.println("written: " + folder + " and docs/performance.md");
  }

  private void kustomizations() throws IOException, InterruptedException, RunnerException {
    Optional<RealTool> tool = option("--kustomize").map(RealTool::new);
    var subjects =
        Arrays.stream(Workload.values())
            .map(each -> new FigureTable.Named(each.name(), each.description()))
            .toList();
    FigureTable.Rival rival =
        subject ->
            tool.isPresent()
                ? OptionalDouble.of(tool.get().secondsPerBuild(Workload.valueOf(subject)))
                : OptionalDouble.empty();
    write("kustomize", "build", KustomizeBench.class, subjects, rival);
  }

  private void charts() throws IOException, InterruptedException, RunnerException {
    Optional<RealTool> tool = option("--helm").map(RealTool::new);
    Optional<String> given = option("--charts");
    List<Path> charts =
        given.isPresent() ? ChartLoads.in(Path.of(given.get())) : ChartLoads.usual(root);
    var subjects =
        charts.stream()
            .map(each -> new FigureTable.Named(each.toString(), ChartLoads.name(each)))
            .toList();
    FigureTable.Rival rival =
        subject ->
            tool.isPresent()
                ? OptionalDouble.of(tool.get().secondsPerRender(subject))
                : OptionalDouble.empty();
    write("helm", "rendering", HelmBench.class, subjects, rival);
  }

  private void write(
      String name,
      String noun,
      Class<?> benchmark,
      List<FigureTable.Named> subjects,
      FigureTable.Rival rival)
      throws IOException, InterruptedException, RunnerException {
    String[] words = subjects.stream().map(FigureTable.Named::subject).toArray(String[]::new);
    var measured = new ArrayList<Measured>();
    for (int threads : THREADS) {
      Path json = folder.resolve(name + "-" + threads + ".json");
      var options =
          rounds(new OptionsBuilder().include(benchmark.getName()))
              .param("subject", words)
              .threads(threads)
              .result(json.toString());
      for (RunResult result : new Runner(options.build()).run()) {
        measured.add(measured(result, threads));
      }
    }
    String rows = new FigureTable(noun, measured, rival).rows(subjects);
    new FigurePage(root.resolve("docs/performance.md")).write(name, rows);
  }

  private ChainedOptionsBuilder rounds(ChainedOptionsBuilder options) {
    TimeValue round =
        TimeValue.milliseconds((long) (1000 * Double.parseDouble(option("--round").orElse("2"))));
    return options
        .mode(Mode.Throughput)
        .timeUnit(TimeUnit.SECONDS)
        .forks(1)
        .warmupIterations(4)
        .warmupTime(round)
        .measurementIterations(5)
        .measurementTime(round)
        .addProfiler(GCProfiler.class)
        .jvmArgs("-Xmx2g", "-Xss16m", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders")
        .resultFormat(org.openjdk.jmh.results.format.ResultFormatType.JSON);
  }

  private static Measured measured(RunResult result, int threads) {
    return new Measured(
        result.getParams().getParam("subject"),
        threads,
        result.getPrimaryResult().getScore(),
        Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED).getScore());
  }

  private Optional<String> option(String name) {
    int at = arguments.indexOf(name);
    return at >= 0 && at + 1 < arguments.size()
        ? Optional.of(arguments.get(at + 1))
        : Optional.empty();
  }
}
