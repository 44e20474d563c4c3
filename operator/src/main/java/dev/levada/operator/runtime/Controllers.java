package dev.levada.operator.runtime;

import dev.levada.operator.runtime.timing.RetryDelay;
import dev.levada.operator.runtime.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The controller runtime: a keyed queue for all kinds, a limit a kind, one virtual thread a run.
///
/// A key never runs twice at once; what arrives during its run makes it run again. Of one kind,
/// what a person requested goes first, then runs that come back from a wait, then changes, then
/// periodic work, and the namespaces by turns. Safe for use by many threads.
public final class Controllers {

  private static final Logger LOG = LoggerFactory.getLogger(Controllers.class);

  /// How long runs that were interrupted may still take.
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(5);

  private final Timeline timeline;
  private final Dispatch dispatch;
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Instant alarmAt;
  private Timeline.@Nullable Alarm alarm;

  /// @param timeline tells the time and rings
  /// @param retryDelay the pause after a run that threw or asked for a back-off
  /// @param activity hears what happens
  public Controllers(Timeline timeline, RetryDelay retryDelay, Activity activity) {
    this.timeline = timeline;
    this.dispatch = new Dispatch(retryDelay, activity, new ThreadParking());
  }

  /// A runtime with the usual back-off that tells nobody.
  public Controllers(Timeline timeline) {
    this(timeline, RetryDelay.DEFAULT, Activity.none());
  }

  /// Adds a kind.
  ///
  /// @param kind the kind in the keys that are enqueued
  /// @param reconciler what is done for an object of the kind
  /// @param concurrent how many runs of the kind may be active at once; at least 1
  public void register(String kind, Reconciler reconciler, int concurrent) {
    register(kind, reconciler, concurrent, concurrent);
  }

  /// Adds a kind whose background work is bounded for itself.
  ///
  /// @param background how many runs may be active at once that go on only because their time has
  ///   come, or that have no more than a revision to write: they neither take every permit nor
  ///   flood the API server; at least 1
  public void register(String kind, Reconciler reconciler, int concurrent, int background) {
    change(now -> dispatch.register(kind, reconciler, new Lane.Limit(concurrent, background)));
  }

  /// Runs a key as soon as its turn comes. While it runs, it is marked to run again after.
  ///
  /// @param supersedes whether a run that goes on is out of date by this: its wait ends, and it is
  ///   told so
  public void enqueue(Key key, Urgency urgency, boolean supersedes) {
    change(now -> dispatch.enqueue(key, urgency, supersedes, now));
  }

  /// Enqueues a key after a time. Where one is set already, the earlier due time wins. It stays
  /// until it is due, whatever runs before.
  public void enqueueAfter(Key key, Duration delay, Urgency urgency) {
    change(now -> dispatch.enqueueAt(key, now.plus(delay), urgency));
  }

  /// Drops all that is known of a key whose object is gone: queue, due times, failures. A run that
  /// goes on is superseded and its answer ignored. For whoever hears of the deletion, in order with
  /// the edges that enqueue; a reconcile that finds its object gone answers {@link Again.Never}.
  public void forget(Key key) {
    change(now -> dispatch.forget(key, now));
  }

  /// Lets the runs begin; what was enqueued before waits for this.
  public void start() {
    change(now -> dispatch.start());
  }

  /// Ends everything: no run begins, every wait ends with {@link WaitEnd#STOPPING}, runs get the
  /// grace and are interrupted then. Returns when the last run has ended, or five seconds after the
  /// interrupt, with a log line that names what still runs.
  ///
  /// @throws InterruptedException where the caller is interrupted; the stop goes on without it
  public void stop(Duration grace) throws InterruptedException {
    change(dispatch::stop);
    Instant interruptAt = timeline.now().plus(grace);
    Timeline.Alarm interrupt = timeline.schedule(interruptAt, this::interruptAll);
    Timeline.Alarm giveUp =
        timeline.schedule(interruptAt.plus(AFTER_INTERRUPT), stopped::countDown);
    stopped.await();
    interrupt.cancel();
    giveUp.cancel();
    List<Key> left = running().stream().map(run -> run.entry.key).toList();
    if (!left.isEmpty()) {
      LOG.atError().addKeyValue("running", left).log("runs did not end after their interrupt");
    }
  }

  /// What every kind has to do now.
  public Snapshot stats() {
    lock.lock();
    try {
      return dispatch.stats(timeline.now());
    } finally {
      lock.unlock();
    }
  }

  private List<ActiveRun> running() {
    lock.lock();
    try {
      return dispatch.running();
    } finally {
      lock.unlock();
    }
  }

  private void interruptAll() {
    for (ActiveRun run : running()) {
      if (run.thread != null) {
        run.thread.interrupt();
      }
    }
  }

  /// Changes the state and does what follows from it.
  private void change(Consumer<Instant> step) {
    lock.lock();
    try {
      Instant now = timeline.now();
      step.accept(now);
      follow(now);
    } finally {
      lock.unlock();
    }
  }

  private void follow(Instant now) {
    dispatch.advance(now);
    dispatch.grants(now).forEach(this::proceed);
    if (dispatch.isStopped()) {
      stopped.countDown();
    }
    Instant next = dispatch.nextDue();
    if (next != null && (alarmAt == null || next.isBefore(alarmAt))) {
      if (alarm != null) {
        alarm.cancel();
      }
      alarmAt = next;
      alarm = timeline.schedule(next, this::ring);
    }
  }

  private void ring() {
    change(now -> {
      alarmAt = null;
      alarm = null;
    });
  }

  private void proceed(ActiveRun run) {
    if (run.thread == null) {
      run.thread = Thread.ofVirtual().name(run.entry.key.toString()).start(() -> execute(run));
    } else {
      LockSupport.unpark(run.thread);
    }
  }

  private void execute(ActiveRun run) {
    Again again = null;
    try {
      again = run.entry.lane.reconciler.reconcile(run.entry.key, run);
    } catch (InterruptedException e) {
      LOG.atDebug().addKeyValue("key", run.entry.key).log("a run was interrupted");
    } catch (Throwable bug) {
      logBug(run, bug);
    } finally {
      Again answer = again;
      change(now -> dispatch.finished(run, answer, now));
    }
  }

  private static void logBug(ActiveRun run, Throwable bug) {
    Key key = run.entry.key;
    LOG.atError()
        .setCause(bug)
        .addKeyValue("controller", key.kind().toLowerCase(Locale.ROOT))
        .addKeyValue("controllerKind", key.kind())
        .addKeyValue(key.kind(), Map.of("name", key.name(), "namespace", key.namespace()))
        .addKeyValue("namespace", key.namespace())
        .addKeyValue("name", key.name())
        .addKeyValue("reconcileID", run.id())
        .log("Reconciler error");
  }

  private final class ThreadParking implements ActiveRun.Parking {

    @Override
    public WaitEnd await(ActiveRun run, Gate gate, Instant deadline) throws InterruptedException {
      WaitEnd known = begin(run, gate, deadline);
      if (known != null) {
        return known;
      }
      while (run.isParked()) {
        LockSupport.park(run);
        if (Thread.interrupted()) {
          change(now -> dispatch.abandonWait(run, now));
          gate.detach(run, false);
          throw new InterruptedException("the run was interrupted while it waited");
        }
      }
      WaitEnd end = run.end == null ? WaitEnd.STOPPING : run.end;
      gate.detach(run, end == WaitEnd.OPENED);
      return end;
    }

    private @Nullable WaitEnd begin(ActiveRun run, Gate gate, Instant deadline) {
      lock.lock();
      try {
        Instant now = timeline.now();
        WaitEnd known = dispatch.park(run, gate, deadline, now);
        follow(now);
        return known;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void gateOpened(ActiveRun run) {
      change(now -> dispatch.endWait(run, WaitEnd.OPENED, now));
    }
  }
}
