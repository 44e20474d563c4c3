package dev.levada.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.operator.runtime.timing.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class DispatchTest {

  private static final Instant NOW = Instant.EPOCH;

  @Provide
  Arbitrary<List<Step>> schedules() {
    return Step.any().list().ofMinSize(1).ofMaxSize(120);
  }

  @Property(tries = 3000)
  void whateverHappensNoEventIsLostAndEverythingEnds(@ForAll("schedules") List<Step> schedule) {
    var world = new DispatchWorld();
    schedule.forEach(world::perform);
    world.ends.forEach(Statistics::collect);

    world.quiesce();

    assertThat(world.owed()).isEmpty();
    assertThat(world.active).isEmpty();
    assertThat(world.parked).isEmpty();
    assertThat(world.dispatch.size()).as("keys that are remembered for nothing").isZero();
    assertThat(world.dispatch.nextDue()).isNull();
  }

  @Property(tries = 2000)
  void whateverHappensBeforeAStopEndsAllWaitsAndBeginsNothing(
      @ForAll("schedules") List<Step> schedule, @ForAll("schedules") List<Step> afterwards) {
    var world = new DispatchWorld();
    schedule.forEach(world::perform);

    world.stop();
    assertThat(world.parked).isEmpty();
    afterwards.forEach(world::perform);
    while (!world.active.isEmpty()) {
      world.perform(new Step.End(0, 1, 0));
    }

    assertThat(world.dispatch.isStopped()).isTrue();
    assertThat(world.dispatch.size()).isZero();
    assertThat(world.dispatch.nextDue()).isNull();
  }

  @Property(tries = 500)
  void namespacesTakeTurns(
      @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 1, max = 30) Integer> sizes) {
    Dispatch dispatch = dispatch(1);
    var left = new HashMap<String, Integer>();
    for (int space = 0; space < sizes.size(); space++) {
      left.put("ns" + space, sizes.get(space));
      for (int name = 0; name < sizes.get(space); name++) {
        dispatch.enqueue(new Key("K", "ns" + space, "n" + name), Urgency.CHANGED, false, NOW);
      }
    }
    var turns = new HashMap<String, Integer>();
    for (ActiveRun run = one(dispatch); run != null; run = one(dispatch)) {
      String namespace = run.entry.key.namespace();
      int turn = turns.merge(namespace, 1, Integer::sum);
      left.merge(namespace, -1, Integer::sum);
      left.forEach((other, waiting) ->
          assertThat(waiting == 0 || turns.getOrDefault(other, 0) >= turn - 1)
              .as("%s waits while %s has its turn %s", other, namespace, turn)
              .isTrue());
      dispatch.finished(run, new Again.Never(), NOW);
    }
    assertThat(left.values()).containsOnly(0);
  }

  @Provide
  Arbitrary<List<Urgency>> floods() {
    return Arbitraries.of(Urgency.REQUESTED, Urgency.CHANGED).list().ofSize(100);
  }

  @Property(tries = 300)
  void aFloodOfUrgentWorkDoesNotStarvePeriodicWork(@ForAll("floods") List<Urgency> flood) {
    Dispatch dispatch = dispatch(1);
    var periodic = new Key("K", "patient", "one");
    dispatch.enqueue(periodic, Urgency.PERIODIC, false, NOW);
    dispatch.enqueue(new Key("K", "eager", "first"), Urgency.REQUESTED, false, NOW);
    int before = 0;
    for (ActiveRun run = one(dispatch); !run.entry.key.equals(periodic); run = one(dispatch)) {
      dispatch.enqueue(new Key("K", "eager", "r" + before), flood.get(before), false, NOW);
      dispatch.enqueue(new Key("K", "eager", "c" + before), Urgency.CHANGED, false, NOW);
      dispatch.finished(run, new Again.Never(), NOW);
      before++;
    }
    assertThat(before).isLessThanOrEqualTo(2 * Lane.PATIENCE);
  }

  @Test
  void aPersonGoesBeforeAChangeAndAChangeBeforePeriodicWork() {
    Dispatch dispatch = dispatch(1);
    dispatch.enqueue(key("periodic"), Urgency.PERIODIC, false, NOW);
    dispatch.enqueue(key("changed"), Urgency.CHANGED, false, NOW);
    dispatch.enqueue(key("asked"), Urgency.PERIODIC, false, NOW);
    dispatch.enqueue(key("asked"), Urgency.REQUESTED, false, NOW);
    dispatch.enqueue(key("asked"), Urgency.PERIODIC, false, NOW);

    assertThat(runAll(dispatch)).containsExactly("asked", "changed", "periodic");
  }

  @Test
  void aRunThatComesBackFromAWaitGoesBeforeChangesAndPeriodicWork() {
    var world = new DispatchWorld();
    var first = new Key("HelmRelease", "shop", "first");
    world.perform(new Step.Enqueue(first, Urgency.CHANGED, false));
    world.perform(new Step.Park(0, 30));
    world.perform(new Step.Enqueue(new Key("HelmRelease", "shop", "b"), Urgency.CHANGED, false));
    world.perform(new Step.Enqueue(new Key("HelmRelease", "shop", "c"), Urgency.CHANGED, false));
    world.perform(new Step.Advance(30));
    world.perform(new Step.End(0, 0, 0));

    assertThat(world.active).extracting(run -> run.entry.key).containsExactly(first);
    assertThat(world.ends).containsExactly(WaitEnd.TIMED_OUT);
  }

  @Test
  void backgroundWorkLeavesPermitsForWhatSomebodyWaitsFor() {
    var dispatch = new Dispatch(RetryDelay.DEFAULT, Activity.none(), new DispatchWorld());
    dispatch.register("K", (key, run) -> new Again.Never(), new Lane.Limit(4, 1));
    dispatch.start();
    for (String name : List.of("revision", "interval", "retry")) {
      dispatch.enqueue(key(name), Urgency.PERIODIC, false, NOW);
    }
    List<ActiveRun> first = dispatch.grants(NOW);
    assertThat(first).extracting(run -> run.entry.key).containsExactly(key("revision"));

    dispatch.enqueue(key("changed"), Urgency.CHANGED, false, NOW);
    dispatch.enqueue(key("retry"), Urgency.REQUESTED, false, NOW);
    assertThat(dispatch.grants(NOW))
        .extracting(run -> run.entry.key)
        .containsExactly(key("retry"), key("changed"));

    dispatch.finished(first.getFirst(), new Again.Never(), NOW);
    assertThat(dispatch.grants(NOW))
        .extracting(run -> run.entry.key)
        .containsExactly(key("interval"));
  }

  @Test
  void failuresBackOffUntilASuccess() {
    Dispatch dispatch = dispatch(1);
    dispatch.enqueue(key("a"), Urgency.CHANGED, false, NOW);
    var pauses = new ArrayList<Duration>();
    Instant now = NOW;
    for (int failure = 0; failure < 13; failure++) {
      dispatch.advance(now);
      dispatch.finished(one(dispatch), failure % 2 == 0 ? null : new Again.Backoff(), now);
      pauses.add(Duration.between(now, dispatch.nextDue()));
      now = dispatch.nextDue();
    }
    assertThat(pauses)
        .startsWith(Duration.ofMillis(750), Duration.ofMillis(1500), Duration.ofSeconds(3))
        .endsWith(Duration.ofSeconds(768), Duration.ofMinutes(15), Duration.ofMinutes(15));

    dispatch.advance(now);
    dispatch.finished(one(dispatch), new Again.After(Duration.ZERO), now);
    dispatch.advance(now);
    dispatch.finished(one(dispatch), new Again.Backoff(), now);
    assertThat(dispatch.nextDue()).isEqualTo(now.plusMillis(750));
  }

  @Test
  void theEarlierOfTwoDueTimesWins() {
    Dispatch dispatch = dispatch(1);
    dispatch.enqueueAt(key("a"), NOW.plusSeconds(10), Urgency.PERIODIC);
    dispatch.enqueueAt(key("a"), NOW.plusSeconds(5), Urgency.PERIODIC);
    dispatch.enqueueAt(key("a"), NOW.plusSeconds(20), Urgency.REQUESTED);

    assertThat(dispatch.nextDue()).isEqualTo(NOW.plusSeconds(5));
    dispatch.advance(NOW.plusSeconds(5));
    dispatch.finished(one(dispatch), new Again.Never(), NOW.plusSeconds(5));
    assertThat(dispatch.nextDue()).isNull();
  }

  @Test
  void aRunsAnswerReplacesTheAnswerOfTheRunBefore() {
    Dispatch dispatch = dispatch(1);
    dispatch.enqueue(key("a"), Urgency.CHANGED, false, NOW);
    dispatch.finished(one(dispatch), new Again.After(Duration.ofMinutes(10)), NOW);
    Instant soon = NOW.plusSeconds(60);
    dispatch.enqueue(key("a"), Urgency.CHANGED, false, soon);
    dispatch.finished(one(dispatch), new Again.After(Duration.ofMinutes(10)), soon);

    assertThat(dispatch.nextDue()).isEqualTo(soon.plusSeconds(600));
  }

  @Test
  void theAnswerOfAForgottenKeysRunIsIgnored() {
    Dispatch dispatch = dispatch(1);
    dispatch.enqueue(key("a"), Urgency.CHANGED, false, NOW);
    ActiveRun run = one(dispatch);
    dispatch.forget(key("a"), NOW);
    dispatch.finished(run, new Again.After(Duration.ofMinutes(10)), NOW);

    assertThat(run.superseded()).isTrue();
    assertThat(dispatch.size()).isZero();
    assertThat(dispatch.nextDue()).isNull();
  }

  @Test
  void whoeverCountsHearsOfAForgottenKeyAfterItsLastRun() {
    var heard = new ArrayList<String>();
    var activity =
        new Activity() {
          @Override
          public void finished(Key key, Duration ran, Ending ending) {
            heard.add("finished " + ending);
          }

          @Override
          public void forgotten(Key key) {
            heard.add("forgotten");
          }
        };
    var dispatch = new Dispatch(RetryDelay.DEFAULT, activity, new DispatchWorld());
    dispatch.register("K", (key, run) -> new Again.Never(), new Lane.Limit(1, 1));
    dispatch.start();
    dispatch.enqueue(key("a"), Urgency.CHANGED, false, NOW);
    ActiveRun run = one(dispatch);
    dispatch.forget(key("a"), NOW);
    assertThat(heard).isEmpty();
    dispatch.finished(run, new Again.Never(), NOW);
    assertThat(heard).containsExactly("finished DONE", "forgotten");

    dispatch.forget(key("idle"), NOW);
    assertThat(heard).hasSize(3).endsWith("forgotten");
  }

  @Test
  void aKindThatNobodyRegisteredIsRefused() {
    Dispatch dispatch = dispatch(1);
    assertThatThrownBy(
            () -> dispatch.enqueue(new Key("Other", "a", "b"), Urgency.CHANGED, false, NOW))
        .hasMessage("no controller is registered for Other/a/b");
    assertThatThrownBy(
            () -> dispatch.register("K", (key, run) -> new Again.Never(), new Lane.Limit(1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void statsCountQueuedActiveAndWaitingRuns() {
    var world = new DispatchWorld();
    for (String name : List.of("a", "b", "c", "d")) {
      world.perform(
          new Step.Enqueue(new Key("Kustomization", "shop", name), Urgency.CHANGED, false));
    }
    world.perform(new Step.Park(0, 60));
    world.perform(new Step.Advance(7));

    assertThat(world.dispatch.stats(Instant.EPOCH.plusSeconds(7)).kinds())
        .isEqualTo(
            Map.of(
                "Kustomization",
                new Snapshot.Load(2, 1, 2, 1, Duration.ofSeconds(21), Duration.ofSeconds(7)),
                "HelmRelease",
                new Snapshot.Load(1, 0, 0, 0, Duration.ZERO, Duration.ZERO)));
  }

  private static Dispatch dispatch(int limit) {
    var dispatch = new Dispatch(RetryDelay.DEFAULT, Activity.none(), new DispatchWorld());
    dispatch.register("K", (key, run) -> new Again.Never(), new Lane.Limit(limit, limit));
    dispatch.start();
    return dispatch;
  }

  private static Key key(String name) {
    return new Key("K", "shop", name);
  }

  private static ActiveRun one(Dispatch dispatch) {
    List<ActiveRun> granted = dispatch.grants(NOW);
    return granted.isEmpty() ? null : granted.getFirst();
  }

  private static List<String> runAll(Dispatch dispatch) {
    var names = new ArrayList<String>();
    for (ActiveRun run = one(dispatch); run != null; run = one(dispatch)) {
      names.add(run.entry.key.name());
      dispatch.finished(run, new Again.Never(), NOW);
    }
    return names;
  }
}
