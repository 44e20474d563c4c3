package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why a pod does not run, in a sentence that names the container: an image that cannot be pulled,
/// a crash with its exit code, no node that takes it.
public final class PodTrouble {

  private static final List<String> CONTAINERS =
      List.of("initContainerStatuses", "containerStatuses");

  // A container that merely waits for its turn.
  private static final Set<String> HARMLESS = Set.of("", "ContainerCreating", "PodInitializing");
  private static final int LONGEST = 300;

  private PodTrouble() {}

  /// Why the pod does not run; empty where nothing is wrong with it.
  public static Optional<String> of(Manifest pod) {
    Mapping status = pod.root().mappingAt("status");
    for (String list : CONTAINERS) {
      for (Node node : status.sequenceAt(list)) {
        Optional<String> trouble =
            node instanceof Mapping one ? ofContainer(one) : Optional.empty();
        if (trouble.isPresent()) {
          return trouble.map(text -> "Pod " + pod.name() + ": " + text);
        }
      }
    }
    return unscheduled(pod)
        .or(() -> evicted(status))
        .map(text -> "Pod " + pod.name() + ": " + text);
  }

  private static Optional<String> ofContainer(Mapping container) {
    Mapping waiting = container.mappingAt("state", "waiting");
    Mapping ended = container.mappingAt("state", "terminated");
    Mapping before = container.mappingAt("lastState", "terminated");
    String name = "container " + container.textAt("name") + ": ";
    String reason = waiting.textAt("reason");
    if (!HARMLESS.contains(reason)) {
      return Optional.of(
          name + reason + (before.isEmpty() ? message(waiting) : " (" + exit(before) + ")"));
    }
    if (ended.numberAt(0, "exitCode") != 0) {
      return Optional.of(name + exit(ended));
    }
    return before.isEmpty() || container.isTrueAt("ready")
        ? Optional.empty()
        : Optional.of(
            name
                + "restarted "
                + container.numberAt(0, "restartCount")
                + " times, "
                + exit(before));
  }

  private static String exit(Mapping terminated) {
    String reason = terminated.textAt("reason");
    return "last exit code "
        + terminated.numberAt(0, "exitCode")
        + (reason.isEmpty() || reason.equals("Error") ? "" : ", " + reason)
        + message(terminated);
  }

  private static String message(Mapping state) {
    String message = state.textAt("message").strip();
    if (message.isEmpty()) {
      return "";
    }
    return ": " + (message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message);
  }

  private static Optional<String> unscheduled(Manifest pod) {
    Condition scheduled = Condition.of(pod, "PodScheduled");
    return scheduled.isFalse() && scheduled.reason().equals("Unschedulable")
        ? Optional.of("Unschedulable: " + scheduled.message())
        : Optional.empty();
  }

  private static Optional<String> evicted(Mapping status) {
    String reason = status.textAt("reason");
    return status.textAt("phase").equals("Failed") && !reason.isEmpty()
        ? Optional.of(reason + message(status))
        : Optional.empty();
  }
}
