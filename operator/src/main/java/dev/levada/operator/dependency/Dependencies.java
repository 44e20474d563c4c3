package dev.levada.operator.dependency;

import dev.levada.api.Condition;
import dev.levada.api.Kustomization;
import dev.levada.core.expression.Expression;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.operator.ingredient.Questions;
import dev.levada.operator.ingredient.ReadyQuestion;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Lets a Kustomization go on only when those it depends on are ready (flux-api §2.1, step 5).
/// Nothing is polled: a dependency's change wakes who waits for it; the delay is only for what no
/// change announces. What can never become ready is told at once.
public final class Dependencies {

  private final ResourceCache<Kustomization> objects;
  private final BiFunction<String, String, Optional<Kustomization>> elsewhere;
  private final OtherObjects others;
  private final Questions questions;
  private final DependencyRules rules;

  /// @param objects the Kustomizations that this engine looks after
  /// @param elsewhere finds one, by namespace and name, that another engine looks after
  /// @param sights watches objects of other kinds
  /// @param user whom a Kustomization acts as; empty for the engine
  /// @param questions readiness in the user's words
  /// @param rules how dependencies are judged
  public Dependencies(
      ResourceCache<Kustomization> objects,
      BiFunction<String, String, Optional<Kustomization>> elsewhere,
      Sights sights,
      Function<Kustomization, String> user,
      Questions questions,
      DependencyRules rules) {
    this.objects = objects;
    this.elsewhere = elsewhere;
    this.others = new OtherObjects(objects, sights, user, questions, rules);
    this.questions = questions;
    this.rules = rules;
  }

  /// Returns where all dependencies are satisfied.
  ///
  /// @param object whose dependencies
  /// @param key who is woken when one changes
  /// @param revision the revision that those of the same source must have reached
  /// @throws FailureException where one is not satisfied, or never will be
  public void require(Kustomization object, Key key, String revision) {
    others.hold(object, key);
    List<Kustomization.Dependency> dependencies = object.spec().dependencies();
    dependencies.stream()
        .filter(Kustomization.Dependency::isAsked)
        .forEach(dependency -> questions.ready(dependency.readyExpression()));
    refuseCycle(object);
    for (Kustomization.Dependency dependency : dependencies) {
      if (dependency.isKustomization()) {
        requireKustomization(object, dependency, revision);
      } else {
        others.require(object, key, dependency);
      }
    }
  }

  /// A Kustomization is gone, and depends on nothing any more.
  public void forget(Key key) {
    others.release(key);
  }

  private void requireKustomization(
      Kustomization object, Kustomization.Dependency dependency, String revision) {
    String name = dependency.namespace() + "/" + dependency.name();
    Kustomization found = find(dependency, name);
    if (!dependency.ready()) {
      return;
    }
    if (!dependency.isAsked() || rules.additive()) {
      requireReady(object, found, name, revision);
    }
    if (dependency.isAsked()) {
      requireAnswer(object, found, name, dependency.readyExpression());
    }
  }

  private Kustomization find(Kustomization.Dependency dependency, String name) {
    return objects
        .find(dependency.namespace(), dependency.name())
        .or(() -> elsewhere.apply(dependency.namespace(), dependency.name()))
        .orElseThrow(() ->
            notReady(
                "dependency '" + name + "' not found",
                "Create it, or take it out of spec.dependsOn"));
  }

  private void requireReady(
      Kustomization object, Kustomization found, String name, String revision) {
    if (!isReady(found)) {
      throw notReady("dependency '" + name + "' is not ready", obstacle(found));
    }
    if (found.spec().source().equals(object.spec().source())
        && !found.status().textAt("lastAppliedRevision").equals(revision)) {
      throw notReady("dependency '" + name + "' revision is not up to date", obstacle(found));
    }
  }

  private void requireAnswer(
      Kustomization object, Kustomization found, String name, String expression) {
    switch (ReadyQuestion.ask(questions.ready(expression), object, found)) {
      case Expression.Answer.Known(boolean ready) -> {
        if (!ready) {
          throw notReady("dependency '" + name + "' is not ready according to readyExpr eval", "");
        }
      }
      case Expression.Answer.Unknown(String why) ->
          throw notReady(
              "dependency '" + name + "' is not ready: " + why,
              "Correct readyExpr in spec.dependsOn, or guard a missing field with has(…)");
    }
  }

  private void refuseCycle(Kustomization object) {
    if (object.spec().dependencies().isEmpty()) {
      return;
    }
    DependencyCycle.through(object, objects)
        .ifPresent(cycle -> {
          throw FailureException.stalled(
              Reason.DEPENDENCY_NOT_READY,
              "spec.dependsOn goes round in a circle: " + cycle,
              "None of them can ever be ready: take one of these dependencies out");
        });
  }

  /// Why a dependency will not become ready by itself; empty where it may.
  private static String obstacle(Kustomization dependency) {
    if (dependency.spec().suspended()) {
      return "It is suspended: resume it, or take it out of spec.dependsOn";
    }
    return Condition.isTrue(dependency.status(), "Stalled")
        ? "It is stalled, so look at its conditions first"
        : "";
  }

  /// Whether a Kustomization is ready at its present generation.
  public static boolean isReady(Kustomization dependency) {
    long observed = dependency.status().numberAt(-1, "observedGeneration");
    return observed == dependency.metadata().generation()
        && Condition.isTrue(dependency.status(), Condition.READY);
  }

  private FailureException notReady(String message, String fix) {
    return new FailureException(
        new Failure.Waiting(Reason.DEPENDENCY_NOT_READY, message, fix, rules.lookAgain()));
  }
}
