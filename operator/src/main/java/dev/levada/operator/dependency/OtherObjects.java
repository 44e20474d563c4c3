package dev.levada.operator.dependency;

import dev.levada.api.Kustomization;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.ingredient.Questions;
import dev.levada.operator.ingredient.ReadyQuestion;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Dependencies on objects of any other kind, as Flux 2.10 has them. They are looked at in the
/// engine's own cluster and as the account that the Kustomization applies with: nobody learns
/// through a dependency what it may not read.
final class OtherObjects {

  private final ResourceCache<Kustomization> objects;
  private final Sights sights;
  private final Function<Kustomization, String> user;
  private final Questions questions;
  private final DependencyRules rules;

  /// @param objects the Kustomizations, for circles
  /// @param sights watches what is depended on
  /// @param user whom a Kustomization acts as; empty for the engine
  /// @param questions readiness in the user's words
  OtherObjects(
      ResourceCache<Kustomization> objects,
      Sights sights,
      Function<Kustomization, String> user,
      Questions questions,
      DependencyRules rules) {
    this.objects = objects;
    this.sights = sights;
    this.user = user;
    this.questions = questions;
    this.rules = rules;
  }

  /// Watches what a Kustomization depends on, and no more what it does not.
  void hold(Kustomization object, Key key) {
    String looks = user.apply(object);
    Set<Subject> subjects =
        object.spec().dependencies().stream()
            .filter(dependency -> !dependency.isKustomization() && isAllowed(object, dependency))
            .filter(dependency -> !dependency.type().version().isEmpty())
            .map(dependency -> Subject.of(dependency, looks))
            .collect(Collectors.toSet());
    sights.hold(key, subjects);
  }

  void release(Key key) {
    sights.release(key);
  }

  private boolean isAllowed(Kustomization object, Kustomization.Dependency dependency) {
    return rules.crossNamespace()
        || dependency.namespace().isEmpty()
        || dependency.namespace().equals(object.metadata().namespace());
  }

  void require(Kustomization object, Key key, Kustomization.Dependency dependency) {
    refuseForeign(object, dependency);
    refuseNoVersion(dependency);
    Subject subject = Subject.of(dependency, user.apply(object));
    Seen seen = sights.look(key, subject);
    Optional<Readiness.Obstacle> obstacle =
        new Readiness(dependency, rules.additive())
            .obstacle(
                seen,
                whole ->
                    ReadyQuestion.ask(
                        questions.ready(dependency.readyExpression()), object, whole.root()));
    if (obstacle.isEmpty()) {
      sights.enough(key, subject);
      return;
    }
    refuseCycle(object);
    throw failure(object, seen, obstacle.get());
  }

  private FailureException failure(Kustomization object, Seen seen, Readiness.Obstacle obstacle) {
    if (obstacle.forever()) {
      return FailureException.stalled(
          Reason.DEPENDENCY_NOT_READY, obstacle.message(), obstacle.fix());
    }
    // A watch wakes it; only where even the kind is missing is it looked for again.
    Duration again = seen instanceof Seen.NoKind ? rules.lookAgain() : object.spec().interval();
    return new FailureException(
        new Failure.Waiting(
            Reason.DEPENDENCY_NOT_READY, obstacle.message(), obstacle.fix(), again));
  }

  private void refuseForeign(Kustomization object, Kustomization.Dependency dependency) {
    if (!isAllowed(object, dependency)) {
      throw FailureException.stalled(
          Reason.ACCESS_DENIED,
          "can't access '"
              + dependency.id().subject()
              + "', cross-namespace references have been blocked",
          "Depend on an object of namespace "
              + object.metadata().namespace()
              + ", or start the engine without --no-cross-namespace-refs");
    }
  }

  private static void refuseNoVersion(Kustomization.Dependency dependency) {
    if (dependency.type().version().isEmpty()) {
      throw FailureException.stalled(
          Reason.DEPENDENCY_NOT_READY,
          "dependency '" + dependency.id().subject() + "' names no apiVersion",
          "Set apiVersion beside its kind in spec.dependsOn, such as apps/v1 for a Deployment");
    }
  }

  /// A circle over objects of other kinds is only told where it holds somebody up: what is ready
  /// already has no need of who applies it.
  private void refuseCycle(Kustomization object) {
    DependencyCycle.through(object.id(), this::needs)
        .ifPresent(cycle -> {
          throw FailureException.stalled(
              Reason.DEPENDENCY_NOT_READY,
              "spec.dependsOn goes round in a circle: " + cycle,
              "An object waits for the Kustomization that applies it, and for what it depends on"
                  + " itself: take one of these dependencies out");
        });
  }

  private List<ObjectId> needs(ObjectId id) {
    List<ObjectId> known = DependencyCycle.needs(id, objects);
    return known.isEmpty() ? sights.needs(id) : known;
  }
}
