package dev.levada.operator.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.api.Kustomization;
import dev.levada.core.expression.Expression;
import dev.levada.core.health.Health;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a dependency on an object of any kind is satisfied, and what is said where it is not.
final class ReadinessTest {

  private static final GroupVersionKind WIDGET =
      new GroupVersionKind("example.org", "v1", "Widget");

  private static Kustomization.Dependency dependency(
      GroupVersionKind type, boolean ready, String expression) {
    return new Kustomization.Dependency(type, "apps", "one", ready, expression);
  }

  private static Seen there(Health health, boolean saysReady) {
    return new Seen.There(health, saysReady, List.of(), Optional.of(new Manifest(new Mapping())));
  }

  private static Optional<Readiness.Obstacle> obstacle(
      Kustomization.Dependency dependency, Seen seen) {
    return new Readiness(dependency, false)
        .obstacle(seen, _ -> new Expression.Answer.Unknown("nobody asked"));
  }

  @ParameterizedTest(name = "ready {0}, words {1}, both count {2}, answer {3}, healthy {4}: {5}")
  @CsvSource({
    "true,  false, false, false, true,  true",
    "true,  false, true,  false, true,  true",
    "true,  false, false, true,  false, false",
    "true,  true,  false, true,  false, true",
    "true,  true,  false, false, true,  false",
    "true,  true,  true,  true,  true,  true",
    "true,  true,  true,  true,  false, false",
    "true,  true,  true,  false, true,  false",
    "false, false, false, false, false, true",
    "false, true,  false, false, false, true",
    "false, true,  true,  false, false, true"
  })
  void theTable(
      boolean ready,
      boolean words,
      boolean bothCount,
      boolean answer,
      boolean healthy,
      boolean satisfied) {
    Health health = healthy ? Health.current("") : Health.inProgress("0 of 1");
    var readiness = new Readiness(dependency(WIDGET, ready, words ? "words" : ""), bothCount);
    assertThat(
            readiness
                .obstacle(there(health, healthy), _ -> new Expression.Answer.Known(answer))
                .isEmpty())
        .isEqualTo(satisfied);
  }

  @Test
  void anObjectOfFluxIsReadyOnlyWhereItSaysSo() {
    var release = new GroupVersionKind("helm.toolkit.fluxcd.io", "v2", "HelmRelease");
    Health silent = Health.current("has no conditions");
    assertThat(obstacle(dependency(release, true, ""), there(silent, false)))
        .hasValueSatisfying(told ->
            assertThat(told.message())
                .isEqualTo(
                    "dependency 'HelmRelease/apps/one' is not ready: its condition Ready is not true"));
    assertThat(obstacle(dependency(release, true, ""), there(silent, true))).isEmpty();
    assertThat(obstacle(dependency(WIDGET, true, ""), there(silent, false))).isEmpty();
  }

  @Test
  void whatIsNotThereIsNoneWhetherItMustBeReadyOrNot() {
    for (boolean ready : List.of(true, false)) {
      Kustomization.Dependency widget = dependency(WIDGET, ready, "");
      for (Seen seen :
          List.of(
              new Seen.NotYet(), new Seen.NoKind(), new Seen.Missing(), new Seen.Hidden("no"))) {
        assertThat(obstacle(widget, seen)).as("%s", seen).isPresent();
        assertThat(obstacle(widget, seen).orElseThrow().forever()).as("%s", seen).isFalse();
      }
    }
  }

  @Test
  void aWrongPlaceIsNeverMendedByWaiting() {
    Readiness.Obstacle obstacle =
        obstacle(dependency(WIDGET, true, ""), new Seen.NoPlace(true)).orElseThrow();
    assertThat(obstacle.forever()).isTrue();
    assertThat(obstacle.message()).contains("'Widget/apps/one' names no namespace");
    assertThat(obstacle.fix()).contains("Set namespace");
    assertThat(obstacle(dependency(WIDGET, true, ""), new Seen.NoPlace(false)).orElseThrow().fix())
        .contains("Take namespace out");
  }

  @Test
  void aMissingRightIsToldWithWhatToGrant() {
    String refusal =
        "widgets.example.org is forbidden: User \"system:serviceaccount:apps:tenant\" cannot list"
            + " resource \"widgets\" in API group \"example.org\" in the namespace \"apps\"";
    Readiness.Obstacle obstacle =
        obstacle(dependency(WIDGET, true, ""), new Seen.Hidden(refusal)).orElseThrow();
    assertThat(obstacle.message()).contains(refusal);
    assertThat(obstacle.fix()).contains("Allow verb list on widgets", "ServiceAccount apps/tenant");
  }

  @Test
  void anEvaluationThatFailsNeverQuotesASecret() {
    Kustomization.Dependency secret =
        dependency(new GroupVersionKind("", "v1", "Secret"), true, "int(dep.data.x) > 1");
    Optional<Readiness.Obstacle> obstacle =
        new Readiness(secret, false)
            .obstacle(
                there(Health.current(""), true),
                _ -> new Expression.Answer.Unknown("cannot convert 'hunter2'"));
    assertThat(obstacle.orElseThrow().message())
        .contains("readyExpr cannot be evaluated")
        .doesNotContain("hunter2");
  }
}
