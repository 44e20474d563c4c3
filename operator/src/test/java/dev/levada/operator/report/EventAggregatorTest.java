package dev.levada.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.api.Kustomization;
import dev.levada.api.Metadata;
import dev.levada.core.failure.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which events are written, which raise a count, and which are too many.
final class EventAggregatorTest {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  private final EventAggregator aggregator = new EventAggregator();

  @Test
  void theSameEventAgainRaisesTheCount() {
    var first = (EventAggregator.Step.First) aggregator.next(event("a"), NOW);
    assertThat(aggregator.next(event("a"), NOW.plusSeconds(1)))
        .isEqualTo(new EventAggregator.Step.Again(first.name(), 2));
    assertThat(aggregator.next(event("a"), NOW.plusSeconds(2)))
        .isEqualTo(new EventAggregator.Step.Again(first.name(), 3));
  }

  @Test
  void anotherMessageIsAnotherEventEvenInTheSameInstant() {
    var one = (EventAggregator.Step.First) aggregator.next(event("a"), NOW);
    var other = (EventAggregator.Step.First) aggregator.next(event("b"), NOW);
    assertThat(one.name()).isNotEqualTo(other.name()).startsWith("app.");
  }

  @Test
  void afterTenMinutesARepeatIsANewEvent() {
    aggregator.next(event("a"), NOW);
    assertThat(aggregator.next(event("a"), NOW.plus(Duration.ofMinutes(11))))
        .isInstanceOf(EventAggregator.Step.First.class);
  }

  @Test
  void anObjectThatFloodsIsCutOffAndHeardAgainLater() {
    for (int i = 0; i < 25; i++) {
      assertThat(aggregator.next(event("m" + i), NOW))
          .isInstanceOf(EventAggregator.Step.First.class);
    }
    assertThat(aggregator.next(event("one more"), NOW))
        .isInstanceOf(EventAggregator.Step.TooMany.class);
    assertThat(aggregator.next(event("later"), NOW.plus(Duration.ofMinutes(5))))
        .isInstanceOf(EventAggregator.Step.First.class);
  }

  private static Event event(String message) {
    var object = new Metadata("ns", "app", "uid", "1", 1, false, List.of(), Map.of(), Map.of());
    return new Event(
        Kustomization.TYPE,
        object,
        Event.Severity.INFO,
        Reason.PROGRESSING,
        message,
        Map.of(),
        "kustomize-controller");
  }
}
