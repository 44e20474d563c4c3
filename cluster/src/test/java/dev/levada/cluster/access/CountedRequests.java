package dev.levada.cluster.access;

import dev.levada.cluster.config.ClusterConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Connects to API servers and counts what is asked of them, by verb and status, such as `list
/// 200`.
public final class CountedRequests {

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /// Connects as a kubeconfig says.
  public KubeClient connect(Path kubeconfig) {
    return KubeClient.connect(
        ClusterConfig.load(Optional.of(kubeconfig)),
        (verb, plural, code, duration) -> counts.merge(verb + " " + code, 1, Integer::sum));
  }

  /// How often what was asked so far.
  public Map<String, Integer> counts() {
    return counts;
  }
}
