package dev.levada.cli.promote;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that name the cluster where the image is awaited.
final class ClusterChoice {

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = {
        "For --wait applied: kubeconfig of the cluster; else KUBECONFIG,",
        "else ~/.kube/config, else the pod's own account."
      })
  private @Nullable Path kubeconfig;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "For --wait applied: look only at Kustomizations in it (default: all).")
  private String namespace = "";

  Optional<Path> kubeconfig() {
    return Optional.ofNullable(kubeconfig);
  }

  String namespace() {
    return namespace;
  }
}
