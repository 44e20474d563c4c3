package dev.levada.operator.dependency;

import dev.levada.api.Kustomization;
import dev.levada.cluster.apply.MissingRight;
import dev.levada.core.expression.Expression;
import dev.levada.core.health.Status;
import dev.levada.core.manifest.Manifest;
import java.util.Optional;
import java.util.function.Function;

/// Says whether what is seen of an object satisfies who depends on it: it exists; it is ready where
/// it is to be; in the user's words where there are any, by the usual rules where not or both
/// count.
///
/// @param dependency what is depended on
/// @param additive whether the usual rules count beside the user's words
record Readiness(Kustomization.Dependency dependency, boolean additive) {

  /// Why a dependency does not let its dependant go on.
  ///
  /// @param message what it is
  /// @param fix what to do; empty where it ends by itself
  /// @param forever whether only a change of the dependant ends it
  record Obstacle(String message, String fix, boolean forever) {}

  /// What stands in the way; nothing where the dependency is satisfied.
  ///
  /// @param seen what is seen of it
  /// @param ask asks about it in the user's words
  Optional<Obstacle> obstacle(Seen seen, Function<Manifest, Expression.Answer> ask) {
    return switch (seen) {
      case Seen.NotYet() -> pending("has not been looked at yet", "");
      case Seen.NoKind() ->
          pending(
              "cannot exist, for the cluster does not serve %s in %s"
                  .formatted(dependency.type().kind(), dependency.type().apiVersion()),
              "Install the CustomResourceDefinition that defines it, or correct apiVersion and kind"
                  + " in spec.dependsOn");
      case Seen.NoPlace(boolean namespaced) -> misplaced(namespaced);
      case Seen.Missing() -> pending("not found", "Create it, or take it out of spec.dependsOn");
      case Seen.Hidden(String why) -> pending("cannot be read: " + why, MissingRight.fix(why));
      case Seen.There there -> dependency.ready() ? unready(there, ask) : Optional.empty();
    };
  }

  private Optional<Obstacle> misplaced(boolean namespaced) {
    return namespaced
        ? never(
            "names no namespace, and every " + dependency.type().kind() + " is in one",
            "Set namespace beside its name in spec.dependsOn")
        : never(
            "names a namespace, but a " + dependency.type().kind() + " is in none",
            "Take namespace out of it in spec.dependsOn");
  }

  private Optional<Obstacle> unready(Seen.There there, Function<Manifest, Expression.Answer> ask) {
    if (dependency.isAsked() && there.whole().isPresent()) {
      Optional<Obstacle> answered = answered(ask.apply(there.whole().get()));
      return answered.isPresent() || !additive ? answered : usual(there);
    }
    return usual(there);
  }

  private Optional<Obstacle> answered(Expression.Answer answer) {
    return switch (answer) {
      case Expression.Answer.Known(boolean ready) ->
          ready ? Optional.empty() : pending("is not ready according to readyExpr eval", "");
      case Expression.Answer.Unknown(String why) ->
          pending(
              "is not ready: " + (isSecret() ? "readyExpr cannot be evaluated" : why),
              "Correct readyExpr in spec.dependsOn, or guard a missing field with has(…)");
    };
  }

  // The words of a failed evaluation can quote what was evaluated.
  private boolean isSecret() {
    return dependency.type().group().isEmpty() && dependency.type().kind().equals("Secret");
  }

  private Optional<Obstacle> usual(Seen.There there) {
    if (there.health().status() != Status.CURRENT) {
      return pending("is not ready: " + there.health().text(), "");
    }
    return Needs.isFlux(dependency.type().group()) && !there.saysReady()
        ? pending("is not ready: its condition Ready is not true", "")
        : Optional.empty();
  }

  private Optional<Obstacle> pending(String what, String fix) {
    return Optional.of(new Obstacle(text(what), fix, false));
  }

  private Optional<Obstacle> never(String what, String fix) {
    return Optional.of(new Obstacle(text(what), fix, true));
  }

  private String text(String what) {
    return "dependency '" + dependency.id().subject() + "' " + what;
  }
}
