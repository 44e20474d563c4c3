package dev.levada.operator.deploy;

import dev.levada.api.Condition;
import dev.levada.api.Kustomization;
import dev.levada.core.expression.Expression;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.operator.ingredient.Questions;
import dev.levada.operator.ingredient.ReadyQuestion;
import dev.levada.operator.runtime.ResourceCache;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/// Lets a Kustomization go on only when those it depends on are ready (flux-api §2.1, step 5).
/// Nothing is polled: a dependency's change wakes who waits for it; the delay is only for what no
/// change announces. What can never become ready is told at once.
public final class Dependencies {

  private final ResourceCache<Kustomization> objects;
  private final BiFunction<String, String, Optional<Kustomization>> elsewhere;
  private final Questions questions;
  private final boolean additive;
  private final Duration lookAgain;

  /// @param objects the Kustomizations that this engine looks after
  /// @param elsewhere finds one, by namespace and name, that another engine looks after
  /// @param questions readiness in the user's words
  /// @param additive whether the built-in check counts beside the user's words
  /// @param lookAgain when to look again where nothing wakes the waiting object
  public Dependencies(
      ResourceCache<Kustomization> objects,
      BiFunction<String, String, Optional<Kustomization>> elsewhere,
      Questions questions,
      boolean additive,
      Duration lookAgain) {
    this.questions = questions;
    this.additive = additive;
    this.objects = objects;
    this.elsewhere = elsewhere;
    this.lookAgain = lookAgain;
  }

  void require(Kustomization object, String revision) {
    if (object.spec().dependencies().isEmpty()) {
      return;
    }
    refuseCycle(object);
    for (Kustomization.Dependency dependency : object.spec().dependencies()) {
      String name = dependency.namespace() + "/" + dependency.name();
      Kustomization found = find(dependency, name);
      String words = dependency.readyExpression();
      if (words.isEmpty() || additive) {
        requireReady(object, found, name, revision);
      }
      if (!words.isEmpty()) {
        requireAnswer(object, found, name, words);
      }
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
