package dev.levada.cli.surroundings;

import dev.levada.api.GoDuration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options of every command that talks to a cluster.
public final class ClusterOptions {

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      defaultValue = "${env:LEVADA_NAMESPACE:-flux-system}",
      description = "Namespace to look in; LEVADA_NAMESPACE, else flux-system, as flux does it.")
  private String namespace = "";

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Kubeconfig; else KUBECONFIG, else ~/.kube/config, else the pod's own account.")
  private @Nullable Path kubeconfig;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      converter = DurationReader.class,
      description = "How long the command may take, such as 90s or 5m (default: 5m).")
  private Duration timeout = Duration.ofMinutes(5);

  @Option(names = "--no-color", description = "No colours, as if NO_COLOR were set.")
  private boolean noColor;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also tell each request to the cluster.")
  private boolean verbose;

  public String namespace() {
    return namespace;
  }

  Optional<Path> kubeconfig() {
    return Optional.ofNullable(kubeconfig);
  }

  Duration timeout() {
    return timeout;
  }

  boolean noColor() {
    return noColor;
  }

  boolean verbose() {
    return verbose;
  }

  /// Reads durations as Go writes them.
  public static final class DurationReader implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      try {
        return GoDuration.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
