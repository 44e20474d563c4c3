package dev.levada.core.pullrequest;

import dev.levada.core.expression.Expression;
import dev.levada.core.expression.InvalidExpression;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// When a pull request is merged without a person: it is no draft, its checks have passed, and all
/// conditions of the user hold.
///
/// @param conditions questions in CEL
public record MergeRule(List<Expression> conditions) {

  /// The state of a check that has passed.
  public static final String SUCCESS = "success";

  /// What is known of a pull request.
  ///
  /// @param draft whether it is a draft
  /// @param checks the state of each check by its name: success, pending, failure or error
  /// @param approvals how many people approve of it
  /// @param steps how far its images go
  /// @param since when its present images were proposed
  /// @param now the time
  public record Facts(
      boolean draft,
      Map<String, String> checks,
      int approvals,
      Set<ImageStep.Size> steps,
      Instant since,
      Instant now) {}

  /// Compiles the conditions.
  ///
  /// @throws InvalidExpression where one is none
  public static MergeRule compile(List<String> conditions) {
    return new MergeRule(conditions.stream().map(Expression::aboutFields).toList());
  }

  /// What keeps it from being merged, each a short sentence; empty where nothing does.
  public List<String> obstacles(Facts facts) {
    var obstacles = new ArrayList<String>();
    if (facts.draft()) {
      obstacles.add("it is a draft");
    }
    new TreeMap<>(facts.checks())
        .forEach((name, state) -> {
          if (!state.equals(SUCCESS)) {
            obstacles.add("check '" + name + "' is " + state);
          }
        });
    Mapping variables = variables(facts);
    for (Expression condition : conditions) {
      switch (condition.ask(variables)) {
        case Expression.Answer.Known(boolean yes) -> {
          if (!yes) {
            obstacles.add("'" + condition + "' does not hold");
          }
        }
        case Expression.Answer.Unknown(String why) -> obstacles.add(why);
      }
    }
    return List.copyOf(obstacles);
  }

  private static Mapping variables(Facts facts) {
    var checks = new Mapping();
    facts.checks().forEach(checks::put);
    var steps = new Sequence();
    facts.steps().stream().sorted().forEach(step -> steps.add(Scalar.of(step.toString())));
    ZonedDateTime now = facts.now().atZone(ZoneOffset.UTC);
    return new Mapping()
        .put("checks", checks)
        .put("approvals", Scalar.of(facts.approvals()))
        .put("steps", steps)
        .put("age", Scalar.of(Duration.between(facts.since(), facts.now()).toSeconds()))
        .put("hour", Scalar.of(now.getHour()))
        .put("weekday", now.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT));
  }
}
