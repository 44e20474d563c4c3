package dev.levada.operator.update;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Which labels a policy must have, as Kubernetes' label selectors say it.
///
/// @param rules what all must hold
record PolicySelector(List<Predicate<Map<String, String>>> rules) {

  /// Reads a selector; an empty one takes all.
  ///
  /// @throws FailureException where it is none
  static PolicySelector of(Mapping selector) {
    var rules = new ArrayList<Predicate<Map<String, String>>>();
    selector
        .mappingAt("matchLabels")
        .texts()
        .forEach((key, value) -> rules.add(labels -> value.equals(labels.get(key))));
    for (Node node : selector.sequenceAt("matchExpressions")) {
      if (node instanceof Mapping expression) {
        rules.add(rule(expression));
      }
    }
    return new PolicySelector(List.copyOf(rules));
  }

  private static Predicate<Map<String, String>> rule(Mapping expression) {
    String key = expression.textAt("key");
    String operator = expression.textAt("operator");
    List<String> values = expression.sequenceAt("values").texts();
    boolean set = operator.equals("In") || operator.equals("NotIn");
    if (set == values.isEmpty()) {
      throw invalid(operator, set ? "needs values" : "takes no values, or is none");
    }
    return switch (operator) {
      case "In" -> labels -> values.contains(labels.get(key));
      case "NotIn" -> labels -> !values.contains(labels.get(key));
      case "Exists" -> labels -> labels.containsKey(key);
      case "DoesNotExist" -> labels -> !labels.containsKey(key);
      default -> throw invalid(operator, "is no operator");
    };
  }

  private static FailureException invalid(String operator, String why) {
    return FailureException.stalled(
        Reason.INVALID_POLICY_SELECTOR,
        "spec.policySelector cannot be used: the operator '" + operator + "' " + why,
        "Write In or NotIn with values, Exists or DoesNotExist without");
  }

  /// Whether the labels are wanted.
  boolean takes(Map<String, String> labels) {
    return rules.stream().allMatch(rule -> rule.test(labels));
  }
}
