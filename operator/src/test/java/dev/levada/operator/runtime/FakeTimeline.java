package dev.levada.operator.runtime;

import dev.levada.operator.runtime.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;

/// A clock that a test turns; alarms ring on the thread that turns it.
public final class FakeTimeline implements Timeline {

  private record Ring(Instant at, long sequence, Runnable action) {}

  private final TreeSet<Ring> rings =
      new TreeSet<>(Comparator.comparing(Ring::at).thenComparingLong(Ring::sequence));
  private Instant now = Instant.parse("2026-09-01T10:00:00Z");
  private long sequence;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Alarm schedule(Instant at, Runnable action) {
    var ring = new Ring(at, sequence++, action);
    rings.add(ring);
    return () -> cancel(ring);
  }

  private synchronized void cancel(Ring ring) {
    rings.remove(ring);
  }

  /// How many alarms are set.
  public synchronized int pending() {
    return rings.size();
  }

  /// Lets time pass, ringing each alarm at its time.
  public void advance(Duration duration) {
    Instant until = now().plus(duration);
    for (Ring ring = next(until); ring != null; ring = next(until)) {
      ring.action().run();
    }
  }

  private synchronized Ring next(Instant until) {
    if (rings.isEmpty() || rings.getFirst().at().isAfter(until)) {
      now = until;
      return null;
    }
    Ring ring = rings.pollFirst();
    now = ring.at().isAfter(now) ? ring.at() : now;
    return ring;
  }
}
