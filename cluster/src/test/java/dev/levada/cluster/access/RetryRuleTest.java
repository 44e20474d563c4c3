package dev.levada.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {

  @ParameterizedTest
  @CsvSource({
    "429, 7, 1, 7",
    "429, '', 1, 1",
    "429, '', 3, 4",
    "503, 2, 4, 2",
    "429, 86400, 1, 30",
    "429, 99999999999999, 1, 1",
    "429, '-5', 1, 1",
    "429, 'Wed, 21 Oct 2026 07:28:00 GMT', 1, 1",
  })
  void theServersWishCountsWithinBounds(int code, String retryAfter, int attempt, long seconds) {
    assertThat(RetryRule.pause(code, retryAfter, attempt)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"503, '', 1", "500, 1, 1", "429, 1, 5", "409, 1, 1", "200, 1, 1"})
  void allElseIsTheCallersBusiness(int code, String retryAfter, int attempt) {
    assertThat(RetryRule.pause(code, retryAfter, attempt)).isEmpty();
  }
}
