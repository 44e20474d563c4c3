package dev.levada.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Durations in Go's spelling.
final class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "10m, PT10M, 10m0s",
    "1h, PT1H, 1h0m0s",
    "1h30m, PT1H30M, 1h30m0s",
    "90s, PT1M30S, 1m30s",
    "1.5s, PT1.5S, 1.5s",
    "812ms, PT0.812S, 812ms",
    "0.5ms, PT0.0005S, 500µs",
    "30s, PT30S, 30s"
  })
  void readAndWritten(String text, Duration duration, String written) {
    assertThat(GoDuration.parse(text)).isEqualTo(duration);
    assertThat(GoDuration.text(duration)).isEqualTo(written);
    assertThat(GoDuration.parse(written)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "5 m", "5m x", "-5m", "999999999999999h"})
  void whatIsNoDurationIsRefused(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void nothingIsZeroSeconds() {
    assertThat(GoDuration.text(Duration.ZERO)).isEqualTo("0s");
  }

  @Test
  void messagesSayMilliseconds() {
    assertThat(GoDuration.rounded(Duration.ofNanos(2_012_345_678L))).isEqualTo("2.012s");
    assertThat(GoDuration.rounded(Duration.ofNanos(5))).isEqualTo("1ms");
  }
}
