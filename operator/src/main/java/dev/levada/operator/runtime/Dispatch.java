package dev.levada.operator.runtime;

import dev.levada.operator.runtime.timing.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every decision of the runtime: who runs, who waits, who is next. Knows no thread, no lock and no
/// clock, so that it can be tried in thousands of orders; {@link Controllers} calls it under its
/// lock and then does what {@link #grants} says.
final class Dispatch {

  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<Key, Entry> entries = new HashMap<>();
  private final Delays delays = new Delays();
  private final RetryDelay retryDelay;
  private final Activity activity;
  private final ActiveRun.Parking parking;
  private boolean started;
  private boolean stopping;
  private int runs;

  Dispatch(RetryDelay retryDelay, Activity activity, ActiveRun.Parking parking) {
    this.retryDelay = retryDelay;
    this.activity = activity;
    this.parking = parking;
  }

  void register(String kind, Reconciler reconciler, Lane.Limit limit) {
    if (limit.all() < 1
        || limit.background() < 1
        || lanes.putIfAbsent(kind, new Lane(kind, reconciler, limit)) != null) {
      throw new IllegalArgumentException(
          kind + " is registered already, or with a limit below 1: " + limit);
    }
  }

  void start() {
    started = true;
  }

  void enqueue(Key key, Urgency urgency, boolean supersedes, Instant now) {
    if (!stopping) {
      enqueue(entry(key), urgency, supersedes, now);
    }
  }

  private void enqueue(Entry entry, Urgency urgency, boolean supersedes, Instant now) {
    ActiveRun run = entry.run;
    if (run == null) {
      offer(entry, urgency, now);
      return;
    }
    entry.dirty = entry.dirty == null ? urgency : entry.dirty.or(urgency);
    if (supersedes) {
      supersede(run, now);
    }
  }

  /// Enqueues a key at a time. Of two such times the earlier stays, with the greater urgency.
  void enqueueAt(Key key, Instant due, Urgency urgency) {
    if (stopping) {
      return;
    }
    Entry entry = entry(key);
    Instant soonest = due;
    Urgency most = urgency;
    Delays.Timer before = entry.later;
    if (before != null) {
      soonest = due.isBefore(before.due()) ? due : before.due();
      most = urgency.or(before.urgency());
      delays.remove(before);
    }
    entry.later = delays.add(soonest, entry, Delays.Purpose.LATER, most);
  }

  void forget(Key key, Instant now) {
    Entry entry = entries.get(key);
    if (entry == null) {
      activity.forgotten(key);
      return;
    }
    delays.remove(entry.again);
    delays.remove(entry.later);
    entry.again = null;
    entry.later = null;
    entry.dirty = null;
    entry.failures = 0;
    if (entry.run == null) {
      entry.lane.withdraw(entry);
      entries.remove(key);
      activity.forgotten(key);
    } else {
      entry.forgotten = true;
      supersede(entry.run, now);
    }
  }

  /// Lets a run wait and gives back its permit.
  ///
  /// @return how the wait ended, where it need not begin; null where it began
  @Nullable WaitEnd park(ActiveRun run, Gate gate, Instant deadline, Instant now) {
    if (stopping) {
      return WaitEnd.STOPPING;
    }
    if (run.superseded()) {
      return WaitEnd.SUPERSEDED;
    }
    if (!gate.attach(run)) {
      return WaitEnd.OPENED;
    }
    if (!deadline.isAfter(now)) {
      gate.detach(run, false);
      return WaitEnd.TIMED_OUT;
    }
    Entry entry = run.entry;
    run.park(delays.add(deadline, entry, Delays.Purpose.DEADLINE, Urgency.CHANGED));
    entry.lane.release(entry);
    entry.lane.waiting++;
    return null;
  }

  /// Ends a run's wait, where it still waits; it goes on when it is granted a permit.
  void endWait(ActiveRun run, WaitEnd end, Instant now) {
    if (!run.isParked() || run.end != null) {
      return;
    }
    run.end = end;
    delays.remove(run.deadline);
    run.deadline = null;
    run.entry.lane.waiting--;
    run.entry.lane.offer(run.entry, Rank.RESUMED, now);
  }

  /// A parked run goes on at once, whatever the limit: its thread was interrupted.
  void abandonWait(ActiveRun run, Instant now) {
    endWait(run, WaitEnd.STOPPING, now);
    if (run.isParked()) {
      run.entry.lane.withdraw(run.entry);
      run.entry.lane.occupy(run.entry);
      run.resume();
    }
  }

  /// A run ended.
  ///
  /// @param again its answer; null where it threw
  void finished(ActiveRun run, @Nullable Again again, Instant now) {
    Entry entry = run.entry;
    activity.finished(entry.key, Duration.between(run.started(), now), ending(again));
    entry.lane.release(entry);
    entry.run = null;
    runs--;
    Urgency dirty = entry.dirty;
    entry.dirty = null;
    if (!stopping && !entry.forgotten) {
      entry.again = next(entry, again == null ? new Again.Backoff() : again, now);
    }
    if (entry.forgotten) {
      entry.forgotten = false;
      activity.forgotten(entry.key);
    }
    if (!stopping && dirty != null) {
      offer(entry, dirty, now);
    }
    if (entry.isIdle()) {
      entries.remove(entry.key);
    }
  }

  private Delays.@Nullable Timer next(Entry entry, Again again, Instant now) {
    return switch (again) {
      case Again.Never() -> {
        entry.failures = 0;
        yield null;
      }
      case Again.After(Duration delay) -> {
        entry.failures = 0;
        yield delays.add(now.plus(delay), entry, Delays.Purpose.AGAIN, Urgency.PERIODIC);
      }
      case Again.Backoff() -> {
        entry.failures++;
        Instant due = now.plus(retryDelay.after(entry.failures));
        yield delays.add(due, entry, Delays.Purpose.AGAIN, Urgency.PERIODIC);
      }
    };
  }

  private static Activity.Ending ending(@Nullable Again again) {
    return switch (again) {
      case null -> Activity.Ending.BROKEN;
      case Again.Never() -> Activity.Ending.DONE;
      case Again.After after -> Activity.Ending.AFTER;
      case Again.Backoff() -> Activity.Ending.BACKOFF;
    };
  }

  /// Does what has become due.
  void advance(Instant now) {
    for (var timer = delays.poll(now); timer != null; timer = delays.poll(now)) {
      due(timer, now);
    }
  }

  private void due(Delays.Timer timer, Instant now) {
    Entry entry = timer.entry();
    switch (timer.purpose()) {
      case AGAIN -> {
        entry.again = null;
        enqueue(entry, timer.urgency(), false, now);
      }
      case LATER -> {
        entry.later = null;
        enqueue(entry, timer.urgency(), false, now);
      }
      case DEADLINE -> {
        if (entry.run != null) {
          endWait(entry.run, WaitEnd.TIMED_OUT, now);
        }
      }
    }
  }

  /// When something becomes due next, or null.
  @Nullable Instant nextDue() {
    return delays.next();
  }

  /// Gives out the permits that are left: the runs that begin now (they have no thread yet) and
  /// those that go on after a wait.
  List<ActiveRun> grants(Instant now) {
    var granted = new ArrayList<ActiveRun>(0);
    if (started) {
      for (Lane lane : lanes.values()) {
        Entry entry = stopping ? lane.nextResumed() : lane.next();
        while (entry != null) {
          granted.add(grant(entry, now));
          entry = stopping ? lane.nextResumed() : lane.next();
        }
      }
    }
    return granted;
  }

  private ActiveRun grant(Entry entry, Instant now) {
    entry.lane.occupy(entry);
    if (entry.run != null) {
      entry.run.resume();
      return entry.run;
    }
    delays.remove(entry.again);
    entry.again = null;
    entry.run = new ActiveRun(entry, now, parking);
    runs++;
    activity.started(entry.key, Duration.between(entry.queuedAt, now));
    return entry.run;
  }

  /// Begins no run any more and ends every wait.
  void stop(Instant now) {
    stopping = true;
    delays.clear();
    for (Entry entry : List.copyOf(entries.values())) {
      entry.again = null;
      entry.later = null;
      if (entry.run == null) {
        entry.lane.withdraw(entry);
        entries.remove(entry.key);
      } else {
        entry.run.supersede();
        endWait(entry.run, WaitEnd.STOPPING, now);
      }
    }
  }

  /// All runs that have begun and not ended.
  List<ActiveRun> running() {
    var running = new ArrayList<ActiveRun>(runs);
    for (Entry entry : entries.values()) {
      if (entry.run != null) {
        running.add(entry.run);
      }
    }
    return running;
  }

  /// Whether the end was asked for and nothing runs any more.
  boolean isStopped() {
    return stopping && runs == 0;
  }

  Snapshot stats(Instant now) {
    return new Census(lanes.values()).of(running(), now);
  }

  /// How many keys something is known of.
  int size() {
    return entries.size();
  }

  private void supersede(ActiveRun run, Instant now) {
    run.supersede();
    endWait(run, WaitEnd.SUPERSEDED, now);
  }

  private void offer(Entry entry, Urgency urgency, Instant now) {
    if (entry.lane.offer(entry, Rank.of(urgency), now)) {
      activity.added(entry.key);
    }
  }

  private Entry entry(Key key) {
    Entry known = entries.get(key);
    if (known != null) {
      return known;
    }
    Lane lane = lanes.get(key.kind());
    if (lane == null) {
      throw new IllegalArgumentException("no controller is registered for " + key);
    }
    var entry = new Entry(key, lane);
    entries.put(key, entry);
    return entry;
  }
}
