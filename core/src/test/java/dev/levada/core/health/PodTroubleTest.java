package dev.levada.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodTroubleTest {

  static Stream<CaseFolder> cases() {
    return CaseFolder.of("trouble");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesTheTrouble(CaseFolder in) {
    assertThat(said(in.manifest("in.json"))).isEqualTo(in.text("out.txt"));
    assertThat(in.files()).containsOnly("in.json", "out.txt");
  }

  private static String said(Manifest object) {
    if (PodMaker.is(object.type().group(), object.kind())) {
      return PodMaker.refusal(object).orElse("nothing") + "\npods: " + PodMaker.selector(object);
    }
    return PodTrouble.of(object).orElse("nothing");
  }
}
