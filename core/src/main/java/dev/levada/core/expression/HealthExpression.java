package dev.levada.core.expression;

import dev.levada.core.health.Health;
import dev.levada.core.health.Status;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Scalar;
import java.util.Map;
import java.util.Optional;

/// What health means for a kind by a user's own words (flux-api.md section 2.5).
///
/// @param current whether the object is what its spec asks for
/// @param inProgress whether its controller works on it, asked first; nothing for never
/// @param failed whether its controller gave up, asked second; nothing for never
record HealthExpression(
    Expression current, Optional<Expression> inProgress, Optional<Expression> failed) {

  Health judge(Manifest live) {
    if (live.isDeleting()) {
      return new Health(Status.TERMINATING, "is being deleted");
    }
    if (live.root().at("status", "observedGeneration") instanceof Scalar observed
        && observed.kind() == Scalar.Kind.INTEGER
        && !observed.sameValue(Scalar.of(live.generation()))) {
      return Health.inProgress(
          "its controller has seen generation %s of %d"
              .formatted(observed.text(), live.generation()));
    }
    Map<String, Object> fields = Values.of(live.root());
    return verdict(
            inProgress, fields, Health.inProgress("spec.healthCheckExprs.inProgress is true"))
        .or(() -> verdict(failed, fields, Health.failed("spec.healthCheckExprs.failed is true")))
        .or(() ->
            verdict(
                Optional.of(current),
                fields,
                Health.current("spec.healthCheckExprs.current is true")))
        .orElse(Health.inProgress("spec.healthCheckExprs.current is not true yet"));
  }

  private static Optional<Health> verdict(
      Optional<Expression> question, Map<String, Object> fields, Health yes) {
    if (question.isEmpty()) {
      return Optional.empty();
    }
    return switch (question.get().askValues(fields)) {
      case Expression.Answer.Known(boolean is) -> is ? Optional.of(yes) : Optional.empty();
      case Expression.Answer.Unknown(String why) ->
          Optional.of(new Health(Status.UNKNOWN, "its health is not known: " + why));
    };
  }
}
