package dev.levada.operator.ingredient;

import dev.levada.api.Kustomization;
import dev.levada.core.expression.Expression;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.Map;

/// Asks whether a dependency is ready in the dependant's own words.
public final class ReadyQuestion {

  private ReadyQuestion() {}

  /// The answer.
  public static Expression.Answer ask(
      Expression expression, Kustomization self, Kustomization dependency) {
    return ask(expression, self, whole(dependency));
  }

  /// The answer about an object of any kind.
  public static Expression.Answer ask(
      Expression expression, Kustomization self, Mapping dependency) {
    return expression.ask(Map.of("self", whole(self), "dep", dependency));
  }

  private static Mapping whole(Kustomization object) {
    var metadata = object.metadata();
    return new Mapping()
        .put("apiVersion", Kustomization.TYPE.apiVersion())
        .put("kind", Kustomization.KIND)
        .put(
            "metadata",
            new Mapping()
                .put("name", metadata.name())
                .put("namespace", metadata.namespace())
                .put("uid", metadata.uid())
                .put("resourceVersion", metadata.resourceVersion())
                .put("generation", Scalar.of(metadata.generation()))
                .put("labels", Mapping.ofTexts(metadata.labels()))
                .put("annotations", Mapping.ofTexts(metadata.annotations())))
        .put("spec", object.spec().raw())
        .put("status", object.status());
  }
}
