package dev.levada.core.plan.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.health.CaseFolder;
import dev.levada.core.manifest.Json;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Objects of a real API server, on which each expected patch was tried: afterwards the engine owns
/// the fields, and one that is not in `desired.json` goes with the next apply.
class ManagerCleanupTest {

  static Stream<CaseFolder> cases() {
    return CaseFolder.of("cleanup");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesOverWhatTheCaseSays(CaseFolder in) {
    Set<String> overridden =
        in.has("overridden.txt") ? Set.of(in.text("overridden.txt")) : Set.of();
    ManagerCleanup cleanup =
        ManagerCleanup.of(
            in.manifest("desired.json"),
            in.manifest("live.json"),
            overridden,
            in.has("migrate.txt"));
    assertThat(Json.text(cleanup.patch())).isEqualTo(Json.text(in.json("out.json")));
    assertThat(cleanup.isNeeded()).isEqualTo(cleanup.patch().size() > 0);
    assertThat(in.files())
        .isSubsetOf("live.json", "desired.json", "overridden.txt", "migrate.txt", "out.json");
  }
}
