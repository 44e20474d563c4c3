package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A workload that makes pods: which pods are its own, and why it could not make one (a quota, an
/// admission webhook).
public final class PodMaker {

  private static final Set<String> KINDS =
      Set.of(
          "apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "apps/ReplicaSet", "batch/Job");

  private PodMaker() {}

  /// Whether objects of a kind make pods.
  public static boolean is(String group, String kind) {
    return KINDS.contains(group + "/" + kind);
  }

  /// The label selector of its pods; empty where it has none that a list request can carry.
  public static String selector(Manifest workload) {
    Mapping selector = workload.root().mappingAt("spec", "selector");
    Map<String, String> labels = new TreeMap<>(selector.mappingAt("matchLabels").texts());
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  /// Why it could not make a pod; empty where it could.
  public static Optional<String> refusal(Manifest workload) {
    Condition failure = Condition.of(workload, "ReplicaFailure");
    return failure.isTrue()
        ? Optional.of(failure.reason() + ": " + failure.message())
        : Optional.empty();
  }
}
