package dev.levada.operator.report;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.PatchKind;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes events as core/v1 Events, one after the other on a thread of its own: never on the way of
/// a commit, and never more than one request at a time. While much is being written, good news wait
/// for up to two minutes; bad news do not. An event that says the same as an earlier one raises
/// that one's count.
public final class EventRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);
  private static final ResourceType EVENTS =
      new ResourceType(new GroupVersionKind("", "v1", "Event"), "events", true);
  private static final int LONGEST_QUEUE = 20_000;
  private static final int LONGEST_MESSAGE = 1_024;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final KubeClient client;
  private final Clock clock;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
  private final EventAggregator aggregator = new EventAggregator();
  private final Thread writer;

  /// An event on its way.
  ///
  /// @param event what it says
  /// @param since when it came
  private record Waiting(Event event, Instant since) {}

  /// @param client the cluster
  /// @param clock tells when
  public EventRecorder(KubeClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
    this.writer = Thread.ofVirtual().name("events").start(this::drain);
  }

  /// Takes an event to be written later; where too many wait already, it is dropped and the log
  /// says so.
  public void record(Event event) {
    if (!queue.offer(new Waiting(event, clock.instant()))) {
      LOG.atWarn()
          .addKeyValue("reason", event.reason().word())
          .log("event dropped: too many are waiting");
    }
  }

  private void drain() {
    try {
      while (true) {
        Waiting next = queue.take();
        if (next.event().severity() != Event.Severity.ERROR) {
          client.awaitQuiet(Duration.between(clock.instant(), next.since().plus(PATIENCE)));
        }
        write(next.event(), next.since());
      }
    } catch (InterruptedException stop) {
      drainLast(clock.instant().plus(LAST_WORDS));
    }
  }

  private void drainLast(Instant deadline) {
    for (Waiting next = queue.poll();
        next != null && clock.instant().isBefore(deadline);
        next = queue.poll()) {
      write(next.event(), next.since());
    }
  }

  private void write(Event event, Instant when) {
    try {
      switch (aggregator.next(event, when)) {
        case EventAggregator.Step.First(String name) ->
            client.create(EVENTS, manifest(event, name, when), event.component());
        case EventAggregator.Step.Again(String name, int count) -> raise(event, name, count, when);
        case EventAggregator.Step.TooMany() ->
            LOG.atDebug()
                .addKeyValue("object", event.object().name())
                .log("event dropped: too many for one object");
      }
    } catch (ApiError | ApiUnreachable e) {
      LOG.atDebug()
          .setCause(e)
          .addKeyValue("object", event.object().name())
          .log("event not written");
    }
  }

  private void raise(Event event, String name, int count, Instant when) {
    var patch =
        new Mapping()
            .put("count", Scalar.of(count))
            .put("lastTimestamp", EventAggregator.seconds(when));
    client.patch(
        EVENTS, namespace(event), name, "", PatchKind.MERGE, Json.bytes(patch), event.component());
  }

  private Manifest manifest(Event event, String name, Instant when) {
    String now = EventAggregator.seconds(when);
    var metadata = new Mapping().put("name", name).put("namespace", namespace(event));
    if (!event.metadata().isEmpty()) {
      metadata.put("annotations", Mapping.ofTexts(event.metadata()));
    }
    String message = event.message();
    return new Manifest(
        new Mapping()
            .put("apiVersion", "v1")
            .put("kind", "Event")
            .put("metadata", metadata)
            .put("involvedObject", reference(event))
            .put("type", event.severity().word())
            .put("reason", event.reason().word())
            .put(
                "message",
                message.length() > LONGEST_MESSAGE
                    ? message.substring(0, LONGEST_MESSAGE - 1) + "…"
                    : message)
            .put("source", new Mapping().put("component", event.component()))
            .put("reportingComponent", event.component())
            .put("reportingInstance", "")
            .put("count", Scalar.of(1))
            .put("firstTimestamp", now)
            .put("lastTimestamp", now));
  }

  private static Mapping reference(Event event) {
    return new Mapping()
        .put("apiVersion", event.type().apiVersion())
        .put("kind", event.type().kind())
        .put("namespace", event.object().namespace())
        .put("name", event.object().name())
        .put("uid", event.object().uid())
        .put("resourceVersion", event.object().resourceVersion());
  }

  private static String namespace(Event event) {
    return event.object().namespace().isEmpty() ? "default" : event.object().namespace();
  }

  /// Stops; what cannot be written within two seconds is given up.
  public void stop() throws InterruptedException {
    writer.interrupt();
    writer.join(LAST_WORDS.plusSeconds(1));
  }
}
