package dev.levada.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The smallest patch that brings a status to what a report wants.
final class StatusChangeTest {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.5Z");
  private static final String READY =
      """
      {"lastTransitionTime":"2026-04-01T00:00:00Z","message":"fine","observedGeneration":2,"reason":"Succeeded",
       "status":"True","type":"Ready"}
      """;

  @Test
  void whatIsSaidAlreadyIsNotWrittenAgain() {
    Mapping status = status("{\"observedGeneration\":2,\"conditions\":[" + READY + "]}");
    assertThat(patch(status, Map.of("observedGeneration", Scalar.of(2)), ready("fine"))).isEmpty();
  }

  @Test
  void aConditionThatSaysSomethingElseGetsItsTime() {
    Mapping status = status("{\"conditions\":[" + READY + "]}");
    Mapping patch = patch(status, Map.of(), ready("better")).orElseThrow();
    assertThat(Json.text(patch))
        .contains("\"message\":\"better\"")
        .contains("\"lastTransitionTime\":\"2026-05-01T10:00:00Z\"");
  }

  @Test
  void aNewGenerationIsWrittenAndTheTimeStays() {
    Mapping status = status("{\"conditions\":[" + READY.replace(":2,", ":1,") + "]}");
    Mapping patch = patch(status, Map.of(), ready("fine")).orElseThrow();
    assertThat(Json.text(patch))
        .contains("\"observedGeneration\":2")
        .contains("2026-04-01T00:00:00Z");
  }

  @Test
  void conditionsOfOthersStay() {
    Mapping status =
        status("{\"conditions\":[{\"type\":\"Audited\",\"status\":\"True\"}," + READY + "]}");
    Mapping patch = patch(status, Map.of(), ConditionChange.delete("Ready")).orElseThrow();
    assertThat(Json.text(patch))
        .isEqualTo("{\"conditions\":[{\"type\":\"Audited\",\"status\":\"True\"}]}");
  }

  @Test
  void aFieldThatIsNotWantedIsTakenAway() {
    assertThat(
            patch(status("{\"observedIgnore\":\"x\"}"), Map.of("observedIgnore", Scalar.NULL))
                .map(Json::text))
        .contains("{\"observedIgnore\":null}");
    assertThat(patch(status("{}"), Map.of("observedIgnore", Scalar.NULL))).isEmpty();
  }

  @Test
  void historyAloneIsNotWorthAWrite() {
    Node history = new dev.levada.core.manifest.Sequence(List.of(new Mapping().put("digest", "a")));
    assertThat(patch(status("{}"), Map.of("history", history))).isEmpty();
    assertThat(
            patch(status("{}"), Map.of("history", history, "lastAppliedRevision", Scalar.of("r"))))
        .isPresent();
  }

  @Test
  void aMessageIsCutAtItsLimit() {
    Mapping patch = patch(status("{}"), Map.of(), ready("x".repeat(30_000))).orElseThrow();
    assertThat(Json.text(patch).length()).isBetween(20_000, 20_300);
  }

  private static ConditionChange ready(String message) {
    return ConditionChange.yes("Ready", Reason.SUCCEEDED, message);
  }

  private static Optional<Mapping> patch(
      Mapping status, Map<String, Node> fields, ConditionChange... conditions) {
    return new StatusChange(fields, List.of(conditions)).patch(status, 2, NOW);
  }

  private static Mapping status(String json) {
    return (Mapping) Json.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
