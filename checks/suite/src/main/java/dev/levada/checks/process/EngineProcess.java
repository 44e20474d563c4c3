package dev.levada.checks.process;

import dev.levada.testbed.program.FreePort;
import dev.levada.testbed.program.LogTail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Levada, running as users run it: a JVM of its own that can be stopped, killed and measured.
public final class EngineProcess implements AutoCloseable {

  // An engine that is started again tells its artifacts' addresses as the earlier one did.
  private static final Map<Path, Integer> ARTIFACT_PORTS = new ConcurrentHashMap<>();

  private final Process process;
  private final Path log;
  private final int metricsPort;
  private final int hookPort;

  private EngineProcess(Process process, Path log, int metricsPort, int hookPort) {
    this.process = process;
    this.log = log;
    this.metricsPort = metricsPort;
    this.hookPort = hookPort;
  }

  /// Starts the engine.
  ///
  /// @param kubeconfig which cluster, as whom
  /// @param folder where it keeps its files and its log; used again by a later start it finds what
  ///   an earlier one left, and serves artifacts at the same address
  /// @param flags further flags
  public static EngineProcess start(Path kubeconfig, Path folder, String... flags) {
    return start(EngineJvm.command(), kubeconfig, folder, flags);
  }

  /// Starts the engine for a rehearsal: when it ends, it leaves [EngineJvm#cache()].
  public static EngineProcess rehearse(Path kubeconfig, Path folder) {
    return start(EngineJvm.rehearsal(), kubeconfig, folder);
  }

  private static EngineProcess start(
      List<String> jvm, Path kubeconfig, Path folder, String... flags) {
    int metrics = FreePort.choose();
    int health = FreePort.choose();
    int artifacts = ARTIFACT_PORTS.computeIfAbsent(folder, _ -> FreePort.choose());
    int hooks = FreePort.choose();
    Path log = folder.resolve("levada.log");
    var command = new ArrayList<String>(jvm);
    command.add("operator");
    command.addAll(List.of("--kubeconfig", kubeconfig.toString()));
    command.addAll(List.of("--storage-path", folder.resolve("data").toString()));
    command.addAll(List.of("--storage-addr", "127.0.0.1:" + artifacts));
    command.addAll(List.of("--storage-adv-addr", "127.0.0.1:" + artifacts));
    command.addAll(List.of("--metrics-addr", "127.0.0.1:" + metrics));
    command.addAll(List.of("--health-addr", "127.0.0.1:" + health));
    command.addAll(List.of("--receiverAddr", "127.0.0.1:" + hooks));
    command.addAll(List.of(flags));
    try {
      Files.createDirectories(folder);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new EngineProcess(process, log, metrics, hooks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends it as kill -9 does.
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Asks it to end, and gives the seconds that it took.
  public double stop() {
    long begun = System.nanoTime();
    process.destroy();
    process
        .onExit()
        .orTimeout(60, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly())
        .join();
    return (System.nanoTime() - begun) / 1e9;
  }

  /// Whether it runs.
  public boolean isRunning() {
    return process.isAlive();
  }

  /// What it has logged.
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The end of what it has logged, and where the rest is.
  public String lastWords() {
    return "The last of " + log + ":\n" + LogTail.of(log);
  }

  /// Its memory now, in bytes.
  public long residentBytes() {
    return statusKilobytes("VmRSS:") * 1024;
  }

  /// The most memory that it ever had, in bytes.
  public long peakResidentBytes() {
    return statusKilobytes("VmHWM:") * 1024;
  }

  private long statusKilobytes(String field) {
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
        if (line.startsWith(field)) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The processor time that it has used.
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Its metrics, as Prometheus reads them.
  public String metrics() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  /// Where its webhooks are, without the path.
  public String hooks() {
    return "http://127.0.0.1:" + hookPort;
  }

  @Override
  public void close() {
    kill();
  }
}
