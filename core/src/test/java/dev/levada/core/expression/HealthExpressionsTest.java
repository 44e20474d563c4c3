package dev.levada.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.health.Health;
import dev.levada.core.health.Status;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthExpressionsTest {

  private static final String RULES =
      """
      rules:
      - apiVersion: example.org/v1
        kind: Widget
        inProgress: "status.phase == 'Working'"
        failed: "status.conditions.exists(c, c.type == 'Broken' && c.status == 'True')"
        current: "status.phase == 'Done' && status.parts >= 2"
      - apiVersion: example.org/v1
        current: "has(status.any)"
      """;

  @ParameterizedTest(name = "{1} is {0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          IN_PROGRESS; {phase: Working, parts: 2, conditions: [{type: Broken, status: 'True'}]}
          FAILED;      {phase: Done, parts: 2, conditions: [{type: Broken, status: 'True'}]}
          CURRENT;     {phase: Done, parts: 2, conditions: []}
          IN_PROGRESS; {phase: Done, parts: 1, conditions: []}
          IN_PROGRESS; {observedGeneration: 1, phase: Done, parts: 2, conditions: []}
          CURRENT;     {observedGeneration: 2, phase: Done, parts: 2, conditions: []}
          UNKNOWN;     {phase: Done, parts: 2}
          UNKNOWN;     {}
          """)
  void anObjectIsJudgedByTheUsersWordsInOrder(Status wanted, String status) {
    assertThat(judge("Widget", status).status()).isEqualTo(wanted);
  }

  @Test
  void aKindWithoutWordsOfItsOwnIsJudgedByThoseOfItsGroup() {
    assertThat(judge("Gadget", "{any: 1}").status()).isEqualTo(Status.CURRENT);
    assertThat(judge("Gadget", "{other: 1}").status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void anotherGroupKeepsItsRule() {
    var rules = rules(RULES);
    assertThat(rules.covers(new ObjectId("", "ConfigMap", "a", "b"))).isFalse();
    assertThat(rules.covers(new ObjectId("example.org", "Gadget", "a", "b"))).isTrue();
    assertThat(rules.judge(object("v1", "ConfigMap", "{}"), Instant.MIN).status())
        .isEqualTo(Status.CURRENT);
  }

  @Test
  void aMissingStatusIsNotKnownAndTheReasonNamesTheField() {
    Health health =
        rules(RULES)
            .judge(
                new Manifest(
                    mapping(
                        "{apiVersion: example.org/v1, kind: Widget, metadata: {generation: 1}}")),
                Instant.MIN);
    assertThat(health.status()).isEqualTo(Status.UNKNOWN);
    assertThat(health.message()).contains("status.phase == 'Working'");
  }

  @Test
  void aSyntaxErrorNamesTheExpression() {
    assertThatThrownBy(
            () -> rules("rules: [{apiVersion: example.org/v1, kind: A, current: 'status.'}]"))
        .isInstanceOf(InvalidExpression.class)
        .hasMessageStartingWith(
            "failed to create custom status evaluator for healthchecks[0]:"
                + " failed to parse the expression Current: expression 'status.': ERROR: ");
  }

  @Test
  void twoEntriesForOneKindAreRefused() {
    assertThatThrownBy(() ->
            rules(
                """
                rules:
                - {apiVersion: example.org/v1, kind: A, current: 'true'}
                - {apiVersion: example.org/v2, kind: A, current: 'true'}
                """))
        .isInstanceOf(InvalidExpression.class)
        .hasMessageContaining("healthchecks[1]: example.org/A");
  }

  @Test
  void aDependencyIsJudgedBesideTheDependant() {
    var ready =
        Expression.about(
            "dep.metadata.labels['version'] == self.metadata.labels['version'] &&"
                + " dep.status.conditions.filter(e, e.type == 'Ready').all(e, e.status == 'True')",
            Set.of("self", "dep"));
    Mapping self = mapping("{metadata: {labels: {version: v1}}}");
    Mapping dep =
        mapping(
            "{metadata: {labels: {version: v1}}, status: {conditions: [{type: Ready, status:"
                + " 'True'}]}}");
    assertThat(ready.ask(Map.of("self", self, "dep", dep)))
        .isEqualTo(new Expression.Answer.Known(true));
    assertThat(ready.ask(Map.of("self", self, "dep", self)))
        .isInstanceOf(Expression.Answer.Unknown.class);
  }

  @Test
  void aNameThatIsNeitherSelfNorDepIsRefused() {
    assertThatThrownBy(() -> Expression.about("other.ready", Set.of("self", "dep")))
        .isInstanceOf(InvalidExpression.class)
        .hasMessageContaining("undeclared reference to 'other'");
  }

  @Test
  void whatIsNoQuestionIsRefused() {
    assertThatThrownBy(() -> Expression.about("1 + 1", Set.of()))
        .isInstanceOf(InvalidExpression.class)
        .hasMessageContaining("not bool");
  }

  @Test
  void loopsAreLimited() {
    String deep = "x.all(a, x.all(b, x.all(c, x.all(d, x.all(e, a+b+c+d+e >= 0)))))";
    Mapping object = mapping("{x: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]}");
    assertThat(Expression.aboutFields(deep).ask(object))
        .isInstanceOf(Expression.Answer.Unknown.class);
  }

  private static Health judge(String kind, String status) {
    return rules(RULES).judge(object("example.org/v1", kind, status), Instant.MIN);
  }

  private static Manifest object(String apiVersion, String kind, String status) {
    return new Manifest(
        mapping(
            "{apiVersion: %s, kind: %s, metadata: {name: a, generation: 2}, status: %s}"
                .formatted(apiVersion, kind, status)));
  }

  private static HealthExpressions rules(String yaml) {
    return HealthExpressions.compile(mapping(yaml).sequenceAt("rules"));
  }

  private static Mapping mapping(String yaml) {
    return (Mapping)
        YamlReader.documents(yaml.getBytes(StandardCharsets.UTF_8), YamlRules.RESOURCE_V3)
            .getFirst();
  }
}
