package dev.levada.core.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.expression.InvalidExpression;
import dev.levada.core.pullrequest.ImageStep.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeRuleTest {

  /// A Thursday, half past ten.
  private static final Instant NOW = Instant.parse("2026-11-26T10:30:00Z");

  private static final MergeRule.Facts GOOD =
      new MergeRule.Facts(
          false,
          Map.of("ci/build", "success", "ci/test", "success"),
          2,
          Set.of(Size.PATCH, Size.MINOR),
          NOW.minusSeconds(3600),
          NOW);

  private static List<String> obstacles(MergeRule.Facts facts, String... conditions) {
    return MergeRule.compile(List.of(conditions)).obstacles(facts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approvals >= 2",
        "checks['ci/build'] == 'success'",
        "'ci/test' in checks",
        "steps.all(step, step in ['patch', 'minor'])",
        "!('major' in steps)",
        "age >= 3600",
        "hour >= 9 && hour < 17 && weekday in ['mon', 'tue', 'wed', 'thu']"
      })
  void aConditionThatHoldsIsNoObstacle(String condition) {
    assertThat(obstacles(GOOD, condition)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"approvals > 2", "age > 3600", "'major' in steps", "weekday == 'fri'"})
  void oneThatDoesNotIsNamed(String condition) {
    assertThat(obstacles(GOOD, condition)).containsExactly("'" + condition + "' does not hold");
  }

  @Test
  void draftsAndChecksThatHaveNotPassedAreObstaclesWithoutAnyCondition() {
    var facts =
        new MergeRule.Facts(
            true, Map.of("a", "pending", "b", "success", "c", "failure"), 0, Set.of(), NOW, NOW);

    assertThat(obstacles(GOOD)).isEmpty();
    assertThat(obstacles(facts))
        .containsExactly("it is a draft", "check 'a' is pending", "check 'c' is failure");
  }

  @Test
  void aQuestionWithoutAnAnswerIsAnObstacle() {
    assertThat(obstacles(GOOD, "checks['deploy'] == 'success'"))
        .singleElement()
        .asString()
        .contains("checks['deploy']");
    assertThat(obstacles(GOOD, "nobody == 1")).singleElement().asString().contains("nobody");
    assertThatThrownBy(() -> MergeRule.compile(List.of("approvals >=")))
        .isInstanceOf(InvalidExpression.class);
  }
}
