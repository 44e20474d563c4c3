package dev.levada.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchReaderTest {

  private static List<WatchEvent> read(String text) throws IOException {
    var stream =
        new GuardedStream(
            new ByteArrayInputStream(Types.bytes(text)), 10_000, Duration.ofMinutes(1));
    var events = new ArrayList<WatchEvent>();
    try (var reader = new WatchReader(stream)) {
      Optional<WatchEvent> event = reader.next();
      while (event.isPresent()) {
        events.add(event.get());
        event = reader.next();
      }
    }
    return events;
  }

  @Test
  void eventsComeInOrder() throws IOException {
    List<WatchEvent> events =
        read(
            """
            {"type":"ADDED","object":{"metadata":{"name":"a","resourceVersion":"1"}}}
            {"type":"MODIFIED","object":{"metadata":{"name":"a","resourceVersion":"2"}}}
            {"type":"DELETED","object":{"metadata":{"name":"a","resourceVersion":"3"}}}
            {"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"4"}}}
            {"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old"}}
            """);

    assertThat(events).hasSize(5);
    assertThat(((WatchEvent.Changed) events.get(0)).added()).isTrue();
    assertThat(((WatchEvent.Changed) events.get(1)).added()).isFalse();
    assertThat(((WatchEvent.Gone) events.get(2)).object().resourceVersion()).isEqualTo("3");
    assertThat(events.get(3)).isEqualTo(new WatchEvent.Bookmark("4"));
    assertThat(((WatchEvent.Failed) events.get(4)).error().isGone()).isTrue();
  }

  @Test
  void aStreamWithoutEventsEndsQuietly() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"ADDED\",\"object\":{\"metadata\":",
        "{\"type\":\"ADDED\",\"object\":null}",
        "{\"type\":\"RENAMED\",\"object\":{}}",
        "[]",
        "upstream connect error",
      })
  void whatIsNoEventBreaksTheWatch(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
  }

  @Test
  void eventsTogetherMayBeLargerThanOneMayBe() throws IOException {
    String event = "{\"type\":\"ADDED\",\"object\":{\"a\":\"" + "x".repeat(1_000) + "\"}}\n";

    assertThat(read(event.repeat(50))).hasSize(50);
    assertThatThrownBy(
            () -> read("{\"type\":\"ADDED\",\"object\":{\"a\":\"" + "x".repeat(100_000) + "\"}}"))
        .hasMessageContaining("larger than 10000 bytes");
  }
}
