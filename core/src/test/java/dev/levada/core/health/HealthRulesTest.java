package dev.levada.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Sequence;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HealthRulesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

  static Stream<CaseFolder> cases() {
    return CaseFolder.of("health");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void judgesAsTheCaseSays(CaseFolder in) {
    Health health =
        in.has("pods.json")
            ? HealthRules.withPods(in.manifest("in.json"), pods(in), NOW)
            : HealthRules.of(in.manifest("in.json"), NOW);
    assertThat(health.text()).isEqualTo(in.text("out.txt"));
    assertThat(in.files()).isSubsetOf("in.json", "pods.json", "out.txt");
  }

  @Test
  void withoutAClockNoTimeHasPassed() {
    var unschedulable =
        CaseFolder.of("health/pod")
            .filter(in -> in.name().equals("no node for sixteen seconds"))
            .findFirst()
            .orElseThrow();
    assertThat(HealthRules.of(unschedulable.manifest("in.json")).status())
        .isEqualTo(Status.IN_PROGRESS);
  }

  private static List<Manifest> pods(CaseFolder in) {
    return ((Sequence) in.json("pods.json"))
        .items().stream().map(pod -> new Manifest((Mapping) pod)).toList();
  }
}
