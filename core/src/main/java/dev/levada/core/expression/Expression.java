package dev.levada.core.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.levada.core.manifest.Mapping;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A compiled question with the answer yes or no. Any thread may ask it.
public final class Expression {

  private final String text;
  private final CelRuntime.Program program;

  private Expression(String text, CelRuntime.Program program) {
    this.text = text;
    this.program = program;
  }

  /// What came of an evaluation.
  public sealed interface Answer {

    /// Yes or no.
    ///
    /// @param yes whether yes
    record Known(boolean yes) implements Answer {}

    /// There is no answer, for instance because a field is missing.
    ///
    /// @param why the reason
    record Unknown(String why) implements Answer {}
  }

  /// A question about one object, whose top-level fields are the variables. A variable that the
  /// object does not have is an error only when it is asked for.
  ///
  /// @throws InvalidExpression where it is none
  public static Expression aboutFields(String text) {
    return new Expression(text, Language.compile(text, Language.names(text)));
  }

  /// A question about several objects, each of which is a variable.
  ///
  /// @param variables their names; any other is refused
  /// @throws InvalidExpression where it is none
  public static Expression about(String text, Set<String> variables) {
    return new Expression(text, Language.compile(text, variables));
  }

  /// The answer for one object.
  public Answer ask(Mapping object) {
    return evaluate(Values.of(object));
  }

  /// The answer for one object whose fields are at hand as CEL sees them.
  Answer askValues(Map<String, Object> fields) {
    return evaluate(fields);
  }

  /// The answer for several objects, by the names of their variables.
  public Answer ask(Map<String, Mapping> objects) {
    var values = new HashMap<String, Object>();
    objects.forEach((name, object) -> values.put(name, Values.of(object)));
    return evaluate(values);
  }

  private Answer evaluate(Map<String, Object> values) {
    try {
      Object result = program.eval(values);
      return result instanceof Boolean yes
          ? new Answer.Known(yes)
          : new Answer.Unknown("expression '" + text + "' gave no bool");
    } catch (CelEvaluationException e) {
      return new Answer.Unknown("failed to evaluate expression '" + text + "': " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
