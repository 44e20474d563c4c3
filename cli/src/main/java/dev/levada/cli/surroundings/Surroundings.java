package dev.levada.cli.surroundings;

import dev.levada.cli.print.Steps;
import dev.levada.cluster.access.RequestMeter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What the commands have around them: every command is made with it.
///
/// @param terminal where words go
/// @param clusters finds the cluster
/// @param clock tells the time
public record Surroundings(Terminal terminal, Clusters clusters, InstantSource clock) {

  /// This process's terminal, the cluster of its kubeconfig, the time.
  public static Surroundings ofProcess() {
    return new Surroundings(Terminal.ofProcess(), LiveCluster::open, Clock.systemUTC());
  }

  /// Talks to the cluster that the options name, at most as long as they allow.
  public void talk(ClusterOptions options, Consumer<Cluster> work) {
    talk(options.kubeconfig(), meter(options), options.timeout(), work);
  }

  /// Talks to the cluster of a kubeconfig, at most so long.
  public void talk(Optional<Path> kubeconfig, Duration limit, Consumer<Cluster> work) {
    talk(kubeconfig, RequestMeter.NONE, limit, work);
  }

  private void talk(
      Optional<Path> kubeconfig, RequestMeter meter, Duration limit, Consumer<Cluster> work) {
    try (var alarm = new Alarm(limit);
        var cluster = clusters.open(kubeconfig, meter)) {
      alarm.guard(() -> work.accept(cluster));
    }
  }

  private RequestMeter meter(ClusterOptions options) {
    if (!options.verbose()) {
      return RequestMeter.NONE;
    }
    return (verb, plural, code, duration) ->
        terminal
            .err()
            .println(
                String.format(
                    Locale.ROOT, "%s %s: %d in %d ms", verb, plural, code, duration.toMillis()));
  }

  /// Tells the user what happens.
  public Steps steps(ClusterOptions options) {
    return new Steps(terminal.err(), colours(options));
  }

  /// Whether the reader sees colours and wants them.
  public boolean colours(ClusterOptions options) {
    return terminal.colours() && !options.noColor();
  }

  /// Prints data.
  public void print(String text) {
    terminal.out().print(text);
    terminal.out().flush();
  }
}
