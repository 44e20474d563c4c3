package dev.levada.core.plan.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

  private static final Instant FIRST = Instant.parse("2026-09-01T10:00:00.9Z");
  private static final String DONE = "ReconciliationSucceeded";

  private static History add(History history, String digest, String status, int minute) {
    return history.add(
        digest,
        status,
        FIRST.plusSeconds(60L * minute),
        Duration.ofMillis(812),
        Map.of("revision", "r" + minute));
  }

  @Test
  void theSameObjectsAndEndAreCountedTogetherAndComeToTheFront() {
    History history = History.read(null);
    history = add(history, "sha256:a", DONE, 0);
    history = add(history, "sha256:b", "HealthCheckFailed", 1);
    history = add(history, "sha256:a", DONE, 2);
    assertThat(Json.text(history.toStatus()))
        .isEqualTo(
            """
            [{"digest":"sha256:a","firstReconciled":"2026-09-01T10:00:00Z",\
            "lastReconciled":"2026-09-01T10:02:00Z","lastReconciledDuration":"812ms",\
            "lastReconciledStatus":"ReconciliationSucceeded","totalReconciliations":2,\
            "metadata":{"revision":"r2"}},\
            {"digest":"sha256:b","firstReconciled":"2026-09-01T10:01:00Z",\
            "lastReconciled":"2026-09-01T10:01:00Z","lastReconciledDuration":"812ms",\
            "lastReconciledStatus":"HealthCheckFailed","totalReconciliations":1,\
            "metadata":{"revision":"r1"}}]\
            """);
    assertThat(History.read(history.toStatus())).isEqualTo(history);
  }

  @Test
  void theSameObjectsWithAnotherEndAreAnotherEntry() {
    History history = add(History.read(null), "sha256:a", DONE, 0);
    assertThat(add(history, "sha256:a", "HealthCheckFailed", 1).snapshots()).hasSize(2);
  }

  @Test
  void theOldestBeyondFiveIsForgotten() {
    History history = History.read(null);
    for (int i = 0; i < 7; i++) {
      history = add(history, "sha256:" + i, DONE, i);
    }
    assertThat(history.snapshots().stream().map(Snapshot::digest))
        .containsExactly("sha256:6", "sha256:5", "sha256:4", "sha256:3", "sha256:2");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0s",
    "1,1ns",
    "1500,1.5µs",
    "812000000,812ms",
    "2010000000,2.01s",
    "60000000000,1m0s",
    "90500000000,1m30.5s",
    "3600000000000,1h0m0s",
    "90061000000001,25h1m1.000000001s"
  })
  void durationsAreWrittenAsGoWritesThem(long nanoseconds, String text) {
    assertThat(DurationText.of(Duration.ofNanos(nanoseconds))).isEqualTo(text);
  }
}
