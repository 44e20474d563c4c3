package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Scalar;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Judges objects as kstatus does, so that an object that Flux waits for is waited for here, and no
/// other. The version of a kind does not matter.
public final class HealthRules {

  private static final Rule ALWAYS_CURRENT = new AlwaysCurrentRule();
  private static final Rule ANY_OTHER = new ReadyConditionRule();

  private static final Map<String, Rule> BY_KIND =
      Map.ofEntries(
          Map.entry("apps/Deployment", new DeploymentRule()),
          Map.entry("apps/StatefulSet", new StatefulSetRule()),
          Map.entry("apps/DaemonSet", new DaemonSetRule()),
          Map.entry("apps/ReplicaSet", new ReplicaSetRule()),
          Map.entry("/Pod", new PodRule()),
          Map.entry("/PersistentVolumeClaim", new VolumeClaimRule()),
          Map.entry("/Service", new ServiceRule()),
          Map.entry("batch/Job", new JobRule()),
          Map.entry("apiextensions.k8s.io/CustomResourceDefinition", new DefinitionRule()),
          Map.entry("policy/PodDisruptionBudget", ALWAYS_CURRENT),
          Map.entry("batch/CronJob", ALWAYS_CURRENT),
          Map.entry("/ConfigMap", ALWAYS_CURRENT),
          Map.entry("/Secret", ALWAYS_CURRENT));

  private HealthRules() {}

  /// The verdict where the time is not known: a state that is given some time has it still.
  ///
  /// @param live the object as the API server has it
  public static Health of(Manifest live) {
    return of(live, Instant.MIN);
  }

  /// The verdict.
  ///
  /// @param live the object as the API server has it
  /// @param now the time to judge at; a Pod that no node takes fails after 15 s
  public static Health of(Manifest live, Instant now) {
    if (live.isDeleting()) {
      return new Health(Status.TERMINATING, "is being deleted");
    }
    if (live.root().at("status", "observedGeneration") instanceof Scalar observed
        && !observed.sameValue(Scalar.of(live.generation()))) {
      return Health.inProgress(
          "its controller has seen generation %s of %d"
              .formatted(observed.text(), live.generation()));
    }
    Condition reconciling = Condition.of(live, "Reconciling");
    if (reconciling.isTrue()) {
      return Health.inProgress(reconciling.explain("is being reconciled"));
    }
    Condition stalled = Condition.of(live, "Stalled");
    if (stalled.isTrue()) {
      return Health.failed(stalled.explain("is stalled"));
    }
    return BY_KIND
        .getOrDefault(live.type().group() + "/" + live.kind(), ANY_OTHER)
        .judge(live, now);
  }

  /// The verdict on a Deployment, StatefulSet or ReplicaSet of which the pods are known: while it
  /// is in progress, one failed pod fails it, so that nobody waits for a container that crashes.
  ///
  /// @param live the workload as the API server has it
  /// @param pods its pods
  /// @param now the time to judge at
  public static Health withPods(Manifest live, List<Manifest> pods, Instant now) {
    Health own = of(live, now);
    if (own.status() != Status.IN_PROGRESS) {
      return own;
    }
    for (Manifest pod : pods) {
      Health health = of(pod, now);
      if (health.status() == Status.FAILED) {
        return Health.failed(pod.id().subject() + ": " + health.message());
      }
    }
    return own;
  }
}
