package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/// A Pod is current when it is ready or has ended, be it well or badly; it fails when a container
/// crashes again and again, or when no node takes it for a while.
final class PodRule implements Rule {

  private static final Duration TIME_TO_SCHEDULE = Duration.ofSeconds(15);

  @Override
  public Health judge(Manifest live, Instant now) {
    String phase = live.root().textAt("status", "phase");
    return switch (phase) {
      case "Succeeded" -> Health.current("has ended well");
      case "Failed" -> Health.current("has ended badly");
      case "Running" -> running(live);
      case "Pending" -> pending(live, now);
      case "" -> Health.inProgress("no node has reported on it yet");
      default -> new Health(Status.UNKNOWN, "is in the unknown phase " + phase);
    };
  }

  private static Health running(Manifest live) {
    Condition ready = Condition.of(live, "Ready");
    if (ready.isTrue()) {
      return Health.current("is ready");
    }
    if (ready.reason().equals("PodCompleted")) {
      return Health.current("has ended");
    }
    List<String> crashing = crashingContainers(live);
    return crashing.isEmpty()
        ? Health.inProgress(ready.explain("runs but is not ready yet"))
        : Health.failed("containers crash again and again: " + String.join(", ", crashing));
  }

  private static Health pending(Manifest live, Instant now) {
    Condition scheduled = Condition.of(live, "PodScheduled");
    if (!scheduled.isFalse() || !scheduled.reason().equals("Unschedulable")) {
      return Health.inProgress("has not started yet");
    }
    return since(live, scheduled, now).plus(TIME_TO_SCHEDULE).isBefore(now)
        ? Health.failed(scheduled.explain("no node can take it"))
        : Health.inProgress(scheduled.explain("no node has taken it yet"));
  }

  private static Instant since(Manifest live, Condition scheduled, Instant now) {
    String written =
        scheduled.since().isEmpty()
            ? live.root().textAt("metadata", "creationTimestamp")
            : scheduled.since();
    try {
      return Instant.parse(written);
    } catch (DateTimeParseException unknown) {
      return now; // no time is known to have passed
    }
  }

  private static List<String> crashingContainers(Manifest live) {
    return live.root().sequenceAt("status", "containerStatuses").items().stream()
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .filter(
            container -> container.textAt("state", "waiting", "reason").equals("CrashLoopBackOff"))
        .map(container -> container.textAt("name"))
        .toList();
  }
}
