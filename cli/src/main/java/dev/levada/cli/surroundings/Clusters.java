package dev.levada.cli.surroundings;

import dev.levada.cluster.access.RequestMeter;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the cluster that a command talks to.
@FunctionalInterface
public interface Clusters {

  /// Prepares to talk to a cluster; the first question opens the connection.
  ///
  /// @param kubeconfig the file that the user names; empty for the usual places
  /// @param meter is told each request
  Cluster open(Optional<Path> kubeconfig, RequestMeter meter);
}
