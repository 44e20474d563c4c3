package dev.levada.core.plan.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.health.CaseFolder;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.fields.ManagerCleanup;
import dev.levada.core.plan.fields.Normalized;
import dev.levada.core.plan.fields.OwnedFields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Objects of a real API server: `live.json` as it was, `desired.json` from the source,
/// `dry-run.json` as the server would have made it. The first line of `out.txt` is what the server
/// did with a real apply; that fingerprints never say less is the point.
class AppliedTest {

  private static final String CHANGES_IT = "the API server: changes it";

  static Stream<CaseFolder> cases() {
    return CaseFolder.of("applied");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fingerprintsAndDriftAreAsTheCaseSays(CaseFolder in) {
    Manifest live = in.manifest("live.json");
    List<String> expected = in.text("out.txt").lines().toList();
    boolean equal = isEqual(live, in.manifest("desired.json"));
    String found =
        Stream.concat(
                Stream.of(expected.getFirst(), "fingerprints: " + (equal ? "equal" : "different")),
                Drift.between(live, in.manifest("dry-run.json")).stream().map(FieldChange::text))
            .collect(Collectors.joining("\n"));
    assertThat(found).isEqualTo(in.text("out.txt"));
    assertThat(in.files()).containsOnly("live.json", "desired.json", "dry-run.json", "out.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fingerprintsNeverHideAChange(CaseFolder in) {
    if (in.text("out.txt").startsWith(CHANGES_IT)) {
      assertThat(isEqual(in.manifest("live.json"), in.manifest("desired.json"))).isFalse();
    } else {
      assertThat(Drift.between(in.manifest("live.json"), in.manifest("dry-run.json"))).isEmpty();
    }
  }

  private static boolean isEqual(Manifest live, Manifest desired) {
    return OwnedFields.fingerprint(OwnedFields.of(live, ManagerCleanup.MANAGER))
        .equals(OwnedFields.fingerprintOfDesired(Normalized.of(desired)));
  }
}
