package dev.levada.checks.bench;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Sequence;
import dev.levada.operator.telemetry.Logging;
import dev.levada.testbed.figures.FigurePage;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.Settings;
import dev.levada.testbed.program.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/// `make bench`: measures, and writes the figures as JSON and into the table of
/// `docs/performance.md`.
public final class Bench {

  private Bench() {}

  /// Runs the benchmark: `--apps 100,1000`, `--layouts shared,monorepo`, `--runs 3`.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Logging.configure(Logging.Verbosity.ERROR, Logging.Encoding.CONSOLE);
    Path root = Path.of(System.getProperty("levada.root", ".")).toAbsolutePath().normalize();
    int runs = Math.max(1, Integer.parseInt(option(arguments, "--runs", "1")));
    var results = new ArrayList<Repeated>();
    for (String word : option(arguments, "--layouts", "shared,monorepo").split(",", -1)) {
      Layout layout = Layout.valueOf(word.toUpperCase(Locale.ROOT));
      for (String apps : option(arguments, "--apps", "1000").split(",", -1)) {
        results.add(repeated(layout, Integer.parseInt(apps), runs));
      }
    }
    write(root, results);
  }

  private static Repeated repeated(Layout layout, int apps, int runs)
      throws IOException, InterruptedException, ExecutionException {
    var results = new ArrayList<Result>();
    for (int run = 0; run < runs; run++) {
      results.add(measured(layout, apps));
    }
    return new Repeated(results);
  }

  private static Result measured(Layout layout, int apps)
      throws IOException, InterruptedException, ExecutionException {
    System.out.println("measuring " + apps + " applications, layout " + layout.word());
    try (DataFolder folder = DataFolder.temporary("bench");
        ControlPlane cluster =
            ControlPlane.start(
                Settings.standard().without(Settings.Part.SCHEDULER, Settings.Part.KWOK))) {
      Result result = new Measurement(layout, apps, folder.path()).run(cluster);
      System.out.print(Result.head() + new Repeated(List.of(result)).row());
      System.out.print(Result.processorHead() + result.processorRows());
      return result;
    }
  }

  private static void write(Path root, List<Repeated> results) throws IOException {
    Path folder = Files.createDirectories(root.resolve("checks/suite/target/bench"));
    var json = new Sequence(results.stream().map(Repeated::json).toList());
    Files.write(folder.resolve("bench.json"), Json.bytes(json));
    var table = new StringBuilder(Result.head());
    results.forEach(result -> table.append(result.row()));
    Path page = root.resolve("docs/performance.md");
    new FigurePage(page).write("bench", table.toString());
    var processor = new StringBuilder(Result.processorHead());
    results.forEach(result -> processor.append(result.middle().processorRows()));
    new FigurePage(page).write("processor", processor.toString());
    System.out.println("written: " + folder.resolve("bench.json") + " and " + page);
  }

  private static String option(String[] arguments, String name, String otherwise) {
    int at = Arrays.asList(arguments).indexOf(name);
    return at >= 0 && at + 1 < arguments.length ? arguments[at + 1] : otherwise;
  }
}
