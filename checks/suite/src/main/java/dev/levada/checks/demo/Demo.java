package dev.levada.checks.demo;

import dev.levada.operator.telemetry.Logging;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `make demo`: shows how a commit reaches a cluster, and follows what the user does then; with
/// `--check` it does that itself.
public final class Demo {

  private Demo() {}

  /// Runs the demo until Ctrl-C, or with `--check` until it has seen what it should.
  public static void main(String[] arguments) throws InterruptedException {
    Logging.configure(Logging.Verbosity.ERROR, Logging.Encoding.CONSOLE);
    Path root = Path.of(System.getProperty("levada.root", ".")).toAbsolutePath().normalize();
    Screen screen =
        new Screen(System.out, System.getenv("TERM") != null && System.getenv("NO_COLOR") == null);
    boolean check = List.of(arguments).contains("--check");
    screen.title("Levada demo");
    screen.text(
        "A Kubernetes API server, a Git server and Levada, all on this machine and only for as long as this runs.");
    try (DemoWorld world = DemoWorld.start(root, screen)) {
      world.follow();
      world.awaitReady();
      List<Trial> trials = Trial.all(world);
      if (check) {
        trials.forEach(trial -> trial.check(world, screen));
        screen.title("All three changes had their effect.");
        return;
      }
      screen.title(
          "Everything is ready. Three things to try, each a line to paste into another terminal:");
      trials.forEach(trial -> screen.offer(trial.what(), trial.command()));
      screen.text("What happens shows up here. Ctrl-C ends the demo and leaves nothing running.");
      new CountDownLatch(1).await();
    }
  }
}
