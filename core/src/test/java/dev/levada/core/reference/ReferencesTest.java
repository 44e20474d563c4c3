package dev.levada.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.health.CaseFolder;
import dev.levada.core.manifest.ObjectId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencesTest {

  static Stream<CaseFolder> cases() {
    return CaseFolder.of("references");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesWhatAnObjectNeeds(CaseFolder in) {
    String found =
        References.of(in.manifest("in.json")).stream()
            .map(ObjectId::subject)
            .sorted()
            .collect(Collectors.joining("\n"));
    assertThat(found.isEmpty() ? "nothing" : found).isEqualTo(in.text("out.txt"));
    assertThat(in.files()).containsOnly("in.json", "out.txt");
  }
}
