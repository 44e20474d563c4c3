package dev.levada.operator.ingredient;

import dev.levada.api.Kustomization;
import dev.levada.core.expression.Expression;
import dev.levada.core.expression.HealthExpressions;
import dev.levada.core.expression.InvalidExpression;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Sequence;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Compiles what users ask in CEL, once for each text.
public final class Questions {

  private static final int MOST_KEPT = 10_000;

  private final Map<String, HealthExpressions> health = new ConcurrentHashMap<>();
  private final Map<String, Expression> ready = new ConcurrentHashMap<>();

  /// A Kustomization's rules of health.
  ///
  /// @throws FailureException where one is none (`InvalidCELExpression`)
  public HealthExpressions health(Kustomization object) {
    Sequence entries = object.spec().raw().sequenceAt("healthCheckExprs");
    return entries.size() == 0
        ? HealthExpressions.NONE
        : kept(health, Json.text(entries), () -> HealthExpressions.compile(entries));
  }

  /// A question about a Kustomization, `self`, and one that it depends on, `dep`.
  ///
  /// @throws FailureException where it is none (`InvalidCELExpression`)
  public Expression ready(String text) {
    return kept(ready, text, () -> Expression.about(text, Set.of("self", "dep")));
  }

  private static <T> T kept(Map<String, T> known, String text, Supplier<T> compile) {
    T found = known.get(text);
    if (found != null) {
      return found;
    }
    try {
      T compiled = compile.get();
      if (known.size() >= MOST_KEPT) {
        known.clear();
      }
      known.put(text, compiled);
      return compiled;
    } catch (InvalidExpression e) {
      throw new FailureException(
          new Failure.Stalled(
              Reason.INVALID_CEL_EXPRESSION,
              String.valueOf(e.getMessage()),
              "Correct the expression; cel.dev has the language"),
          e);
    }
  }
}
