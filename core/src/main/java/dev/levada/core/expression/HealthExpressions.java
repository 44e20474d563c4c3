package dev.levada.core.expression;

import dev.levada.core.health.Health;
import dev.levada.core.health.HealthRules;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.manifest.Sequence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user's rules of health, by kind; kinds without one keep their usual rule. The version of a
/// kind does not matter, and an entry without a kind is for its whole group.
public final class HealthExpressions {

  /// No rules.
  public static final HealthExpressions NONE = new HealthExpressions(Map.of());

  private static final int MOST_ENTRIES = 1000;

  private final Map<String, HealthExpression> rules;

  private HealthExpressions(Map<String, HealthExpression> rules) {
    this.rules = rules;
  }

  /// Compiles the entries of `spec.healthCheckExprs`.
  ///
  /// @throws InvalidExpression where one is none, or where two are for the same kind
  public static HealthExpressions compile(Sequence entries) {
    var rules = new HashMap<String, HealthExpression>();
    int index = 0;
    for (Node entry : entries) {
      if (!(entry instanceof Mapping mapping) || index >= MOST_ENTRIES) {
        break;
      }
      GroupVersionKind type =
          GroupVersionKind.of(mapping.textAt("apiVersion"), mapping.textAt("kind"));
      if (rules.put(key(type.group(), type.kind()), rule(mapping, index)) != null) {
        throw new InvalidExpression(
            "duplicate custom status evaluator for healthchecks["
                + index
                + "]: "
                + type.group()
                + "/"
                + type.kind());
      }
      index++;
    }
    return rules.isEmpty() ? NONE : new HealthExpressions(Map.copyOf(rules));
  }

  private static HealthExpression rule(Mapping entry, int index) {
    try {
      return new HealthExpression(
          expression(entry, "current", "Current")
              .orElseThrow(() -> new InvalidExpression("the expression Current is required")),
          expression(entry, "inProgress", "InProgress"),
          expression(entry, "failed", "Failed"));
    } catch (InvalidExpression e) {
      throw e.within("failed to create custom status evaluator for healthchecks[" + index + "]: ");
    }
  }

  private static Optional<Expression> expression(Mapping entry, String field, String word) {
    String text = entry.textAt(field);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Expression.aboutFields(text));
    } catch (InvalidExpression e) {
      throw e.within("failed to parse the expression " + word + ": ");
    }
  }

  private static String key(String group, String kind) {
    return group + "/" + kind;
  }

  /// Whether objects of this kind are judged by a rule of the user.
  public boolean covers(ObjectId id) {
    return rule(id.group(), id.kind()) != null;
  }

  private @Nullable HealthExpression rule(String group, String kind) {
    HealthExpression exact = rules.get(key(group, kind));
    return exact == null ? rules.get(key(group, "")) : exact;
  }

  /// The verdict on an object.
  ///
  /// @param live the object as the API server has it
  /// @param now the time to judge at
  public Health judge(Manifest live, Instant now) {
    HealthExpression rule = rule(live.type().group(), live.kind());
    return rule == null ? HealthRules.of(live, now) : rule.judge(live);
  }
}
