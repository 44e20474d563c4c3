package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.LogTail;
import dev.levada.testbed.program.TestbedFailure;
import dev.levada.testbed.program.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Starts a launcher that goes on alone, and waits until its control plane is ready.
///
/// @param folder where the control plane keeps its data
record DetachedLauncher(Path folder) {

  /// Longer than all components' own limits together.
  private static final Duration LIMIT = Duration.ofMinutes(10);

  RunningState start() {
    Path log = folder.resolve("launcher.log");
    Process launcher = launch(log);
    boolean settled =
        new Waiting(LIMIT)
            .until(() -> !launcher.isAlive() || RunningState.read(folder).isPresent());
    if (settled && launcher.isAlive()) {
      return RunningState.read(folder).orElseThrow(() -> failed(log));
    }
    launcher.destroy();
    throw failed(log);
  }

  private static TestbedFailure failed(Path log) {
    return new TestbedFailure(
        "The control plane did not start; the end of " + log + ":\n" + LogTail.of(log) + "\n",
        "Mend what the log names, or start without --detach to watch it.");
  }

  private Process launch(Path log) {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(log);
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      // A closed terminal must not end it.
      List<String> line =
          List.of(
              "nohup",
              java.toString(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Xmx64m",
              "-Dlevada.root=" + System.getProperty("levada.root", System.getProperty("user.dir")),
              "-cp",
              System.getProperty("java.class.path"),
              Launcher.class.getName(),
              "start",
              "--folder",
              folder.toString());
      return new ProcessBuilder(line)
          .redirectInput(Path.of("/dev/null").toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk("A launcher in the background cannot be started", broken);
    }
  }
}
