package dev.levada.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.operator.runtime.timing.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Performs steps on a dispatch, keeps a simple model of what must be true beside it, and checks it
/// after each step.
final class DispatchWorld implements ActiveRun.Parking {

  static final Map<String, Integer> LIMITS = Map.of("Kustomization", 2, "HelmRelease", 1);

  final Dispatch dispatch = new Dispatch(RetryDelay.DEFAULT, Activity.none(), this);
  final List<ActiveRun> active = new ArrayList<>();
  final Map<ActiveRun, Instant> parked = new HashMap<>();
  final List<WaitEnd> ends = new ArrayList<>();
  private final Map<ActiveRun, Gate> gates = new HashMap<>();
  private final Set<ActiveRun> opened = new HashSet<>();
  private final Set<ActiveRun> superseded = new HashSet<>();
  private final Set<Key> owed = new HashSet<>();
  private final Map<Key, Instant> later = new HashMap<>();
  private Instant now = Instant.EPOCH;
  private boolean stopping;

  DispatchWorld() {
    LIMITS.forEach((kind, limit) ->
        dispatch.register(kind, (key, run) -> new Again.Never(), new Lane.Limit(limit, 1)));
    dispatch.start();
  }

  void perform(Step step) {
    switch (step) {
      case Step.Enqueue(Key key, Urgency urgency, boolean supersedes) -> {
        dispatch.enqueue(key, urgency, supersedes, now);
        owed.add(key);
        if (supersedes) {
          supersede(key);
        }
      }
      case Step.EnqueueAfter(Key key, int seconds, Urgency urgency) -> {
        Instant due = now.plusSeconds(seconds);
        dispatch.enqueueAt(key, due, urgency);
        later.merge(key, due, (one, other) -> one.isBefore(other) ? one : other);
      }
      case Step.Forget(Key key) -> {
        dispatch.forget(key, now);
        owed.remove(key);
        later.remove(key);
        supersede(key);
      }
      case Step.Advance(int seconds) -> now = now.plusSeconds(seconds);
      case Step.End(int which, int answer, int seconds) -> end(which, answer, seconds);
      case Step.Park(int which, int seconds) -> park(which, seconds);
      case Step.Open(int which) -> open(which);
    }
    settle();
  }

  private void supersede(Key key) {
    gates.keySet().stream().filter(run -> run.entry.key.equals(key)).forEach(superseded::add);
  }

  private void end(int which, int answer, int seconds) {
    if (active.isEmpty()) {
      return;
    }
    ActiveRun run = active.remove(which % active.size());
    gates.remove(run);
    Again again =
        switch (answer) {
          case 0 -> new Again.Never();
          case 1 -> new Again.After(Duration.ofSeconds(seconds));
          case 2 -> new Again.Backoff();
          default -> null;
        };
    dispatch.finished(run, again, now);
  }

  private void park(int which, int seconds) {
    if (active.isEmpty()) {
      return;
    }
    ActiveRun run = active.get(which % active.size());
    Instant deadline = now.plusSeconds(seconds);
    WaitEnd known = dispatch.park(run, gates.get(run), deadline, now);
    if (known == null) {
      active.remove(run);
      parked.put(run, deadline);
    } else {
      checkEnd(run, known, deadline);
    }
  }

  private void open(int which) {
    var runs = List.copyOf(gates.keySet());
    if (!runs.isEmpty()) {
      ActiveRun run = runs.get(which % runs.size());
      opened.add(run);
      gates.get(run).open();
    }
  }

  void stop() {
    stopping = true;
    dispatch.stop(now);
    settle();
  }

  /// Gives out permits and checks what must be true after every step.
  private void settle() {
    dispatch.advance(now);
    later.entrySet().removeIf(due -> !due.getValue().isAfter(now) && owed.add(due.getKey()));
    later.entrySet().removeIf(due -> !due.getValue().isAfter(now));
    for (ActiveRun run : dispatch.grants(now)) {
      granted(run);
    }
    checkCounts();
  }

  private void granted(ActiveRun run) {
    if (parked.containsKey(run)) {
      WaitEnd end = run.end;
      gates.get(run).detach(run, end == WaitEnd.OPENED);
      checkEnd(run, end, parked.remove(run));
    } else {
      assertThat(stopping).as("a run begins while stopping").isFalse();
      assertThat(gates.keySet()).noneMatch(other -> other.entry.key.equals(run.entry.key));
      gates.put(run, new Gate());
      owed.remove(run.entry.key);
    }
    active.add(run);
  }

  private void checkEnd(ActiveRun run, WaitEnd end, Instant deadline) {
    ends.add(end);
    switch (end) {
      case OPENED -> assertThat(opened.remove(run)).isTrue();
      case TIMED_OUT -> assertThat(deadline).isBeforeOrEqualTo(now);
      case SUPERSEDED -> assertThat(superseded).contains(run);
      case STOPPING -> assertThat(stopping).isTrue();
    }
  }

  private void checkCounts() {
    var loads = dispatch.stats(now).kinds();
    LIMITS.forEach((kind, limit) -> {
      Snapshot.Load load = loads.get(kind);
      long busy = active.stream().filter(run -> run.entry.key.kind().equals(kind)).count();
      assertThat(load.active()).isEqualTo((int) busy);
      long background =
          active.stream()
              .filter(run -> run.entry.key.kind().equals(kind) && run.entry.background)
              .count();
      assertThat(background).as("only one may go on in the background").isLessThanOrEqualTo(1);
      assertThat(load.depth() == 0 || busy >= limit || background == 1)
          .as("no permit is left idle, but by what may not use it")
          .isTrue();
      if (!stopping) {
        assertThat(busy).isLessThanOrEqualTo(limit);
      }
    });
    superseded.forEach(run -> assertThat(run.superseded()).isTrue());
    parked.forEach((run, deadline) -> assertThat(run.isParked()).isTrue());
  }

  /// Lets everything end, in no more rounds than there can be work for.
  void quiesce() {
    for (int round = 0; round < 200 && !(active.isEmpty() && dispatch.size() == 0); round++) {
      while (!active.isEmpty()) {
        perform(new Step.End(0, 0, 0));
      }
      perform(new Step.Advance(3600));
    }
  }

  /// Keys whose last event no run has begun after.
  Set<Key> owed() {
    return owed;
  }

  @Override
  public WaitEnd await(ActiveRun run, Gate gate, Instant deadline) {
    throw new AssertionError("nothing runs here");
  }

  @Override
  public void gateOpened(ActiveRun run) {
    dispatch.endWait(run, WaitEnd.OPENED, now);
  }
}
