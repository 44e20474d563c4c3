package dev.levada.operator.deploy;

import dev.levada.api.Condition;
import dev.levada.api.Kustomization;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.operator.runtime.ResourceCache;
import java.time.Duration;
import java.util.Optional;

/// Lets a Kustomization go on only when those it depends on are ready (flux-api §2.1, step 5).
/// Nothing is polled: a dependency's change wakes who waits for it; the delay is only for what no
/// change announces.
public final class Dependencies {

  private final ResourceCache<Kustomization> objects;
  private final Duration lookAgain;

  /// @param objects the Kustomizations as the cluster has them
  /// @param lookAgain when to look again where nothing wakes the waiting object
  public Dependencies(ResourceCache<Kustomization> objects, Duration lookAgain) {
    this.objects = objects;
    this.lookAgain = lookAgain;
  }

  void require(Kustomization object, String revision) {
    for (Kustomization.Dependency dependency : object.spec().dependencies()) {
      String name = dependency.namespace() + "/" + dependency.name();
      Optional<Kustomization> found = objects.find(dependency.namespace(), dependency.name());
      if (found.isEmpty()) {
        throw notReady(
            "dependency '" + name + "' not found", "Create it, or take it out of spec.dependsOn");
      }
      if (!isReady(found.get())) {
        throw notReady("dependency '" + name + "' is not ready", "");
      }
      if (found.get().spec().source().equals(object.spec().source())
          && !found.get().status().textAt("lastAppliedRevision").equals(revision)) {
        throw notReady("dependency '" + name + "' revision is not up to date", "");
      }
    }
  }

  static boolean isReady(Kustomization dependency) {
    long observed = dependency.status().numberAt(-1, "observedGeneration");
    return observed == dependency.metadata().generation()
        && Condition.isTrue(dependency.status(), Condition.READY);
  }

  private FailureException notReady(String message, String fix) {
    return new FailureException(
        new Failure.Waiting(Reason.DEPENDENCY_NOT_READY, message, fix, lookAgain));
  }
}
