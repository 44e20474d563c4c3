package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.TestbedFailure;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What other processes must know of a control plane that a launcher runs; kept in a file of its
/// folder.
///
/// @param launcher the launcher's process id
/// @param server the API server's URL
/// @param kubeconfig the administrator's kubeconfig
/// @param components the process id of each component
record RunningState(long launcher, String server, Path kubeconfig, Map<Tool, Long> components) {

  private static final String FILE = "running.properties";

  static RunningState of(ControlPlane plane) {
    return new RunningState(
        ProcessHandle.current().pid(), plane.server(), plane.kubeconfig(), plane.pids());
  }

  /// Writes it at once: a reader sees all of it or nothing.
  void write(Path folder) {
    var values = new Properties();
    values.setProperty("launcher", Long.toString(launcher));
    values.setProperty("server", server);
    values.setProperty("kubeconfig", kubeconfig.toString());
    components.forEach((tool, pid) -> values.setProperty(tool.file(), Long.toString(pid)));
    var text = new StringWriter();
    try {
      values.store(text, null);
      Path unfinished = Files.writeString(folder.resolve(FILE + ".new"), text.toString());
      Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(folder.resolve(FILE) + " cannot be written", broken);
    }
  }

  /// Forgets what an earlier launcher wrote.
  static void clear(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(FILE));
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(folder.resolve(FILE) + " cannot be removed", broken);
    }
  }

  /// The state of the control plane that runs in the folder; absent where none does.
  static Optional<RunningState> read(Path folder) {
    if (!DataFolder.inUse(folder)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(Files.readString(folder.resolve(FILE))));
    } catch (NoSuchFileException starting) {
      return Optional.empty();
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(folder.resolve(FILE) + " cannot be read", broken);
    }
  }

  private static RunningState parse(String text) {
    var values = new Properties();
    try {
      values.load(new StringReader(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var components = new EnumMap<Tool, Long>(Tool.class);
    for (Tool tool : Tool.values()) {
      String pid = values.getProperty(tool.file(), "");
      if (!pid.isEmpty()) {
        components.put(tool, Long.valueOf(pid));
      }
    }
    return new RunningState(
        Long.parseLong(values.getProperty("launcher", "")),
        values.getProperty("server", ""),
        Path.of(values.getProperty("kubeconfig", "")),
        components);
  }
}
