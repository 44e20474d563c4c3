package dev.levada.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

  @ParameterizedTest
  @CsvSource({
    "get,get,0",
    "gte,get,1",
    "podinof,podinfo,1",
    "kitten,sitting,3",
    "'',abc,3",
    "abc,'',3"
  })
  void distanceCountsLettersAndSwaps(String from, String to, int steps) {
    assertThat(NearNames.distance(from, to)).isEqualTo(steps);
  }

  @Test
  void theNearestComeFirstAndThreeAreEnough() {
    assertThat(NearNames.of("app", List.of("zebra", "my-app-web", "apps", "ap", "apple", "ape")))
        .containsExactly("ap", "ape", "apps");
  }

  @Test
  void nothingIsNearToWhatIsQuiteDifferent() {
    assertThat(NearNames.of("zebra", List.of("podinfo", "cart"))).isEmpty();
  }
}
