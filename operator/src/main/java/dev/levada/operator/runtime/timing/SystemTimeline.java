package dev.levada.operator.runtime.timing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The machine's time, with one thread for every alarm of the process. It begins at the clock's
/// time and then runs evenly: a clock that is set neither delays a run nor prolongs a leadership.
public final class SystemTimeline implements Timeline, AutoCloseable {

  /// No alarm is set for longer; whoever set it looks at the time and sets the next.
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Instant origin;
  private final long originNanos;
  private final ScheduledThreadPoolExecutor alarms;

  /// @param clock tells the time to begin with
  public SystemTimeline(Clock clock) {
    this.origin = clock.instant();
    this.originNanos = System.nanoTime();
    this.alarms =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("alarms").factory());
    alarms.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return origin.plusNanos(System.nanoTime() - originNanos);
  }

  @Override
  public Alarm schedule(Instant at, Runnable action) {
    Instant now = now();
    Instant soonest = at.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : at;
    long nanos = Math.max(0, Duration.between(now, soonest).toNanos());
    var call = alarms.schedule(action, nanos, TimeUnit.NANOSECONDS);
    return () -> call.cancel(false);
  }

  /// Rings no alarm any more.
  @Override
  public void close() {
    alarms.shutdownNow();
  }
}
