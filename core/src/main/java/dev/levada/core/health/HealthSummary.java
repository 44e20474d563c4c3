package dev.levada.core.health;

import dev.levada.core.manifest.ObjectId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The health of all the objects that a deployment waits for: whether the wait is over, and the
/// texts that conditions and events carry when it ends badly.
///
/// @param objects each object's health, in the order in which messages list them
public record HealthSummary(Map<ObjectId, Health> objects) {

  /// @param objects each object's health; copied with its order
  public HealthSummary {
    objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
  }

  /// Whether every object is current.
  public boolean isHealthy() {
    return objects.values().stream().allMatch(health -> health.status() == Status.CURRENT);
  }

  /// Whether some object has failed, which ends a wait at once unless fail-fast is turned off.
  public boolean hasFailed() {
    return objects.values().stream().anyMatch(health -> health.status() == Status.FAILED);
  }

  /// Whether waiting longer can change nothing: each object is current or failed.
  public boolean isOver() {
    return objects.values().stream()
        .map(Health::status)
        .allMatch(status -> status == Status.CURRENT || status == Status.FAILED);
  }

  /// `timeout waiting for: [Deployment/ns/x status: 'InProgress', …]` with every object that is not
  /// current; flux-api.md §2.5.
  public String timedOut() {
    return "timeout waiting for: [" + listed(status -> status != Status.CURRENT) + "]";
  }

  /// `failed early due to stalled resources: [Deployment/ns/x status: 'Failed', …]` with the failed
  /// objects; flux-api.md §2.5.
  public String failedEarly() {
    return "failed early due to stalled resources: ["
        + listed(status -> status == Status.FAILED)
        + "]";
  }

  /// The objects that are not current.
  public List<ObjectId> unhealthy() {
    return objects.entrySet().stream()
        .filter(entry -> entry.getValue().status() != Status.CURRENT)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Why each object that is not current is not, as `Deployment/ns/x: only 1 of 3 replicas are
  /// ready; …`: what a user needs to know beyond the texts above. Empty where all are current.
  public String details() {
    return objects.entrySet().stream()
        .filter(entry -> entry.getValue().status() != Status.CURRENT)
        .map(entry -> entry.getKey().subject() + ": " + entry.getValue().message())
        .collect(Collectors.joining("; "));
  }

  private String listed(Predicate<Status> which) {
    return objects.entrySet().stream()
        .filter(entry -> which.test(entry.getValue().status()))
        .map(entry ->
            entry.getKey().subject() + " status: '" + entry.getValue().status().word() + "'")
        .collect(Collectors.joining(", "));
  }
}
