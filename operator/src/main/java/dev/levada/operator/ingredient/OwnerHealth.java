package dev.levada.operator.ingredient;

import dev.levada.api.Kustomization;
import dev.levada.core.failure.FailureException;
import dev.levada.core.health.Health;
import dev.levada.core.health.HealthRules;
import dev.levada.core.manifest.Manifest;
import dev.levada.operator.runtime.ResourceCache;
import java.time.Instant;
import java.util.Optional;

/// Judges live objects by the words of the Kustomization that applied them, where it has any for
/// their kind.
public final class OwnerHealth {

  private static final String LABEL = "kustomize.toolkit.fluxcd.io/";

  private final ResourceCache<Kustomization> objects;
  private final Questions questions;

  /// @param objects the Kustomizations
  /// @param questions compiles their words
  public OwnerHealth(ResourceCache<Kustomization> objects, Questions questions) {
    this.objects = objects;
    this.questions = questions;
  }

  /// The verdict.
  public Health judge(Manifest live, Instant now) {
    var labels = live.labels();
    Optional<Kustomization> owner =
        objects
            .find(
                labels.getOrDefault(LABEL + "namespace", ""),
                labels.getOrDefault(LABEL + "name", ""))
            .filter(object -> object.spec().raw().has("healthCheckExprs"));
    if (owner.isEmpty()) {
      return HealthRules.of(live, now);
    }
    try {
      return questions.health(owner.get()).judge(live, now);
    } catch (FailureException invalid) {
      return HealthRules.of(live, now); // its reconciliation says so
    }
  }
}
