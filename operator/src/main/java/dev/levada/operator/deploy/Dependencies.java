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

/// Lets a Kustomization go on only when those it depends on are ready (flux-api §2.1, step 5).
/// Nothing is polled: a dependency's change wakes who waits for it; the delay is only for what no
/// change announces.
public final class Dependencies {

  private final ResourceCache<Kustomization> objects;
  private final Questions questions;
  private final Duration lookAgain;

  /// @param objects the Kustomizations as the cluster has them
  /// @param questions readiness in the user's words
  /// @param lookAgain when to look again where nothing wakes the waiting object
  public Dependencies(
      ResourceCache<Kustomization> objects, Questions questions, Duration lookAgain) {
    this.objects = objects;
    this.questions = questions;
    this.lookAgain = lookAgain;
  }

  void require(Kustomization object, String revision) {
    for (Kustomization.Dependency dependency : object.spec().dependencies()) {
      String name = dependency.namespace() + "/" + dependency.name();
      Kustomization found =
          objects
              .find(dependency.namespace(), dependency.name())
              .orElseThrow(() ->
                  notReady(
                      "dependency '" + name + "' not found",
                      "Create it, or take it out of spec.dependsOn"));
      if (dependency.readyExpression().isEmpty()) {
        requireReady(object, found, name, revision);
      } else {
        requireAnswer(object, found, name, dependency.readyExpression());
      }
    }
  }

  private void requireReady(
      Kustomization object, Kustomization found, String name, String revision) {
    if (!isReady(found)) {
      throw notReady("dependency '" + name + "' is not ready", "");
    }
    if (found.spec().source().equals(object.spec().source())
        && !found.status().textAt("lastAppliedRevision").equals(revision)) {
      throw notReady("dependency '" + name + "' revision is not up to date", "");
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
