package dev.levada.checks.demo;

import dev.levada.checks.delivery.Step;
import dev.levada.operator.telemetry.Logging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `make demo`: shows how a commit reaches a cluster, and follows what the user does then; with
/// `--check` it does that itself.
public final class Demo {

  private Demo() {}

  /// Runs the demo until Ctrl-C, or with `--check` until it has seen what it should.
  public static void main(String[] arguments) throws IOException, InterruptedException {
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
      List<Step> steps = FirstAct.steps(world);
      if (check) {
        steps.forEach(screen::check);
        screen.title("All three changes had their effect.");
        checkSecondAct(world, screen);
        return;
      }
      screen.title(
          "Everything is ready. Three things to try, each a line to paste into another terminal:");
      steps.forEach(screen::offer);
      screen.text("What happens shows up here. Ctrl-C ends the demo and leaves nothing running.");
      screen.text(
          "Enter begins the second act: from code over a registry and pull requests to the cluster.");
      play(world, screen);
    }
  }

  private static void checkSecondAct(DemoWorld world, Screen screen) {
    try (SecondAct act = SecondAct.start(world, screen)) {
      act.check();
    }
    screen.title("An image went both ways from code to cluster.");
  }

  /// Waits for Enter, and then until Ctrl-C.
  private static void play(DemoWorld world, Screen screen)
      throws IOException, InterruptedException {
    var never = new CountDownLatch(1);
    if (System.in.read() < 0) {
      never.await();
    }
    try (SecondAct act = SecondAct.start(world, screen)) {
      act.offer();
      never.await();
    }
  }
}
