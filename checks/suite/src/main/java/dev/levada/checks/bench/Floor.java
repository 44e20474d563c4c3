package dev.levada.checks.bench;

import static dev.levada.checks.process.Stage.require;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.KubectlResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What [BareWriter] needs is what the API server needs; an engine is measured as a multiple of it.
final class Floor {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Floor() {}

  /// What so many applications take.
  ///
  /// @param seconds until all is written
  /// @param followed until the controllers have seen all of it, which an engine that waits for
  ///   health has to wait for too
  /// @param spent processor time until all is written
  /// @param spentFollowing processor time from then until the controllers have seen it
  record Found(
      double seconds, double followed, ProcessorTime spent, ProcessorTime spentFollowing) {}

  /// Lets the applications be written, waits until the controllers have seen them, and takes them
  /// away again: an engine is to find the cluster as the floor has found it. Both matter:
  /// controllers that are at work still take processor time, and the API server needs more for each
  /// Service the more there are. The writer is a process of its own, for an engine has to warm up
  /// too.
  static Found measure(int apps, ControlPlane cluster) throws IOException {
    require(cluster.kubectl("create", "namespace", BareWriter.NAMESPACE));
    Process writer = start(apps, cluster);
    try (BufferedReader steps = writer.inputReader()) {
      Moment begun = Moment.reached(BareWriter.BEGUN, steps, cluster, writer);
      Moment written = Moment.reached(BareWriter.WRITTEN, steps, cluster, writer);
      Moment seen = Moment.reached(BareWriter.SEEN, steps, cluster, writer);
      clear(cluster);
      return new Found(
          written.secondsSince(begun),
          seen.secondsSince(begun),
          written.spent().since(begun.spent()),
          seen.spent().since(written.spent()));
    } finally {
      writer.destroyForcibly();
    }
  }

  private static Process start(int apps, ControlPlane cluster) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms16m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            BareWriter.class.getName(),
            cluster.kubeconfig().toString(),
            Integer.toString(apps));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// When a step was reached, and what had been spent until then.
  private record Moment(long nanos, ProcessorTime spent) {

    static Moment reached(String step, BufferedReader steps, ControlPlane cluster, Process writer)
        throws IOException {
      String line = steps.readLine();
      if (!step.equals(line)) {
        throw new AssertionError("the floor's writer has not " + step + " but said " + line);
      }
      return new Moment(System.nanoTime(), ProcessorTime.of(cluster, writer.toHandle()));
    }

    double secondsSince(Moment earlier) {
      return (nanos - earlier.nanos) / 1e9;
    }
  }

  private static void clear(ControlPlane cluster) {
    require(cluster.kubectl("delete", "namespace", BareWriter.NAMESPACE, "--wait=false"));
    KubectlResult gone;
    long begun = System.nanoTime();
    do {
      gone =
          cluster.kubectl(
              "wait", "--for=delete", "namespace/" + BareWriter.NAMESPACE, "--timeout=150s");
    } while (!gone.succeeded() && System.nanoTime() - begun < LONGEST.toNanos());
    require(gone);
  }
}
