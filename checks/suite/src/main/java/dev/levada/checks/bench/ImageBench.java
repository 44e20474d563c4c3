package dev.levada.checks.bench;

import dev.levada.checks.process.Stage;
import dev.levada.operator.telemetry.Logging;
import dev.levada.testbed.figures.FigurePage;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.Settings;
import dev.levada.testbed.program.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The part of `make bench` that is about images: many tags, many repositories, many policies. It
/// writes its table of `docs/performance.md`.
public final class ImageBench {

  private static final int TAGS = 5_000;
  private static final int REPOSITORIES = 500;
  private static final int POLICIES = 200;

  private ImageBench() {}

  private interface Load {
    List<LoadRow> measure(LoadScene scene) throws InterruptedException;
  }

  /// Measures the loads of the first argument's list, `tags,repositories,policies`; the table is
  /// written where all were measured.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Logging.configure(Logging.Verbosity.ERROR, Logging.Encoding.CONSOLE);
    List<String> wanted = List.of(arguments[0].split(",", -1));
    var rows = new ArrayList<LoadRow>();
    try (ControlPlane cluster =
        ControlPlane.start(
            Settings.standard().without(Settings.Part.SCHEDULER, Settings.Part.KWOK))) {
      Stage.prepare(cluster);
      for (String name : wanted) {
        System.out.println("measuring images: " + name);
        try (DataFolder folder = DataFolder.temporary("bench");
            var scene = new LoadScene(cluster, folder.path())) {
          List<LoadRow> measured = load(name).measure(scene);
          measured.forEach(row -> System.out.print(row.row()));
          rows.addAll(measured);
        }
      }
    }
    if (wanted.size() == 3) {
      Path root = Path.of(System.getProperty("levada.root", ".")).toAbsolutePath().normalize();
      var table = new StringBuilder(LoadRow.head());
      rows.forEach(row -> table.append(row.row()));
      Path page = root.resolve("docs/performance.md");
      new FigurePage(page).write("images", table.toString());
      System.out.println("written: " + page);
    }
  }

  private static Load load(String name) {
    return switch (name) {
      case "tags" -> scene -> new ManyTags(scene, TAGS).measure();
      case "repositories" -> scene -> List.of(new ManyRepositories(scene, REPOSITORIES).measure());
      case "policies" -> scene -> new PoliciesAtOnce(scene, POLICIES).measure();
      default ->
          throw new IllegalArgumentException(
              "no load is called " + name + "; there are tags, repositories and policies");
    };
  }
}
