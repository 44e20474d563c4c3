package dev.levada.core.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.levada.core.manifest.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a user asks of the claims of a token: values that are worked out from them, and conditions
/// on both.
public final class ClaimRules {

  private static final Set<String> NAMES = Set.of("claims", "vars");

  private final List<Variable> variables;
  private final List<Condition> conditions;

  private ClaimRules(List<Variable> variables, List<Condition> conditions) {
    this.variables = List.copyOf(variables);
    this.conditions = List.copyOf(conditions);
  }

  /// An expression, and what goes with it.
  ///
  /// @param word the name of a variable, or what to say where a condition is not met
  /// @param expression the text in CEL
  public record Said(String word, String expression) {}

  private record Variable(String name, CelRuntime.Program program) {}

  private record Condition(String message, CelRuntime.Program program) {}

  /// Compiles what a user says.
  ///
  /// @throws InvalidExpression where an expression is none
  public static ClaimRules compile(List<Said> variables, List<Said> conditions) {
    return new ClaimRules(
        variables.stream()
            .map(said -> new Variable(said.word(), Language.compileValue(said.expression(), NAMES)))
            .toList(),
        conditions.stream()
            .map(said -> new Condition(said.word(), Language.compile(said.expression(), NAMES)))
            .toList());
  }

  /// What keeps claims from being accepted; nothing where all conditions are met.
  public Optional<String> objection(Mapping claims) {
    var known = new HashMap<String, Object>();
    Map<String, Object> values = Map.of("claims", Values.of(claims), "vars", known);
    try {
      for (Variable variable : variables) {
        known.put(variable.name(), variable.program().eval(values));
      }
      for (Condition condition : conditions) {
        if (!Boolean.TRUE.equals(condition.program().eval(values))) {
          return Optional.of(condition.message());
        }
      }
      return Optional.empty();
    } catch (CelEvaluationException unknown) {
      return Optional.of("an expression over its claims could not be worked out");
    }
  }
}
