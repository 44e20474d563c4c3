package dev.levada.checks.bench;

import dev.levada.checks.process.EngineProcess;
import dev.levada.testbed.kubernetes.ControlPlane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an engine needs that starts where another has left everything as it is to be.
///
/// @param seconds from its start until it has looked after every application once
/// @param writes how often it wrote meanwhile, its lease apart
record Restart(double seconds, long writes) {

  private static final int LONGEST_MINUTES = 10;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Pattern RECONCILES =
      Pattern.compile("controller_runtime_reconcile_total\\{[^}]*kustomization[^}]*} ([0-9.eE+]+)");

  /// Starts an engine on what an earlier one has left.
  ///
  /// @param folder that one's files
  /// @param apps how many applications there are
  static Restart measure(ControlPlane cluster, Path folder, int apps)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try (EngineProcess engine = EngineProcess.start(cluster.kubeconfig(), folder)) {
      String metrics = "";
      while (reconciles(metrics) < apps) {
        if (System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(LONGEST_MINUTES)) {
          throw new AssertionError("not up to date after a restart: " + engine.lastWords());
        }
        Pause.of(BETWEEN_LOOKS);
        metrics = scraped(engine);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      Requests requests = Requests.of(metrics);
      long writes =
          Stream.of("apply", "patch", "create", "delete")
              .mapToLong(verb -> requests.byMethod().getOrDefault(verb, 0L))
              .sum();
      return new Restart(seconds, writes);
    }
  }

  private static String scraped(EngineProcess engine) throws InterruptedException {
    try {
      return engine.metrics();
    } catch (IOException notListeningYet) {
      return "";
    }
  }

  private static long reconciles(String metrics) {
    long sum = 0;
    Matcher line = RECONCILES.matcher(metrics);
    while (line.find()) {
      sum += (long) Double.parseDouble(line.group(1));
    }
    return sum;
  }
}
