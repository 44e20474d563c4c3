package dev.levada.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The runtime on real threads and a fake clock.
@Timeout(30)
class ControllersTest {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration HOUR = Duration.ofHours(1);

  private final FakeTimeline timeline = new FakeTimeline();
  private final Controllers controllers = new Controllers(timeline);

  /// What happened, in order, as the reconcilers tell it.
  private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

  @Test
  void aKeyNeverRunsTwiceAtOnceAndItsLastEventIsSeen() throws InterruptedException {
    int last = 100;
    var versions = new ConcurrentHashMap<Key, AtomicInteger>();
    for (int number = 0; number < 50; number++) {
      versions.put(new Key("K", "ns" + number % 3, "n" + number), new AtomicInteger());
    }
    var inside = ConcurrentHashMap.<Key>newKeySet();
    var complete = ConcurrentHashMap.<Key>newKeySet();
    var busy = new AtomicInteger();
    var done = new CountDownLatch(versions.size());
    controllers.register(
        "K",
        (key, run) -> {
          if (!inside.add(key) || busy.incrementAndGet() > 4) {
            told.add(key + " runs twice, or too many run at once");
          }
          int version = versions.get(key).get();
          busy.decrementAndGet();
          run.await(new Gate(), timeline.now().plus(HOUR));
          busy.incrementAndGet();
          if (version == last && complete.add(key)) {
            done.countDown();
          }
          busy.decrementAndGet();
          inside.remove(key);
          return new Again.Never();
        },
        4);
    controllers.start();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      versions.forEach((key, version) ->
          writers.execute(() -> {
            while (version.get() < last) {
              version.incrementAndGet();
              controllers.enqueue(key, Urgency.CHANGED, true);
            }
          }));
    }
    while (done.getCount() > 0) {
      timeline.advance(HOUR);
      Thread.onSpinWait();
    }
    controllers.stop(GRACE);
    assertThat(told).isEmpty();
  }

  @Test
  void parkedRunsHoldNoPermitAndGoOnWhenTheirGatesOpen() throws InterruptedException {
    var gates = new ConcurrentHashMap<Key, Gate>();
    controllers.register(
        "K",
        (key, run) -> {
          Gate gate = new Gate();
          gates.put(key, gate);
          told.add(key.name());
          told.add(run.await(gate, timeline.now().plus(HOUR)));
          return new Again.Never();
        },
        1);
    controllers.start();
    for (int number = 0; number < 100; number++) {
      controllers.enqueue(key("n" + number), Urgency.CHANGED, false);
    }
    for (int number = 0; number < 100; number++) {
      assertThat(told.take()).isEqualTo("n" + number);
    }
    gates.values().forEach(Gate::open);
    for (int number = 0; number < 100; number++) {
      assertThat(told.take()).isEqualTo(WaitEnd.OPENED);
    }
    controllers.stop(GRACE);
    assertThat(controllers.stats().kinds().get("K").waiting()).isZero();
  }

  @Test
  void anEdgeThatComesBeforeTheWaitIsNotLostAndEndsOnlyOneWait() throws InterruptedException {
    var gate = new Gate();
    gate.open();
    gate.open();
    controllers.register(
        "K",
        (key, run) -> {
          told.add(run.await(gate, timeline.now().plus(HOUR)));
          told.add(run.await(gate, timeline.now()));
          gate.open();
          told.add(run.await(gate, timeline.now().plus(HOUR)));
          return new Again.Never();
        },
        1);
    controllers.start();
    controllers.enqueue(key("a"), Urgency.CHANGED, false);

    assertThat(take(3)).containsExactly(WaitEnd.OPENED, WaitEnd.TIMED_OUT, WaitEnd.OPENED);
    controllers.stop(GRACE);
  }

  @Test
  void aWaitEndsAtItsDeadline() throws InterruptedException {
    startWaiting();
    timeline.advance(HOUR.minusMillis(1));
    assertThat(controllers.stats().kinds().get("K").waiting()).isEqualTo(1);
    timeline.advance(Duration.ofMillis(1));

    assertThat(told.take()).isEqualTo(WaitEnd.TIMED_OUT);
    controllers.stop(GRACE);
  }

  @Test
  void somethingNewerEndsTheWaitAndRunsAfterIt() throws InterruptedException {
    startWaiting();
    controllers.enqueue(key("a"), Urgency.CHANGED, false);
    assertThat(controllers.stats().kinds().get("K").waiting()).isEqualTo(1);
    controllers.enqueue(key("a"), Urgency.CHANGED, true);

    assertThat(take(2)).containsExactly(WaitEnd.SUPERSEDED, "a begins");
    controllers.stop(GRACE);
  }

  @Test
  void forgettingAKeyEndsItsWait() throws InterruptedException {
    startWaiting();
    controllers.forget(key("a"));

    assertThat(told.take()).isEqualTo(WaitEnd.SUPERSEDED);
    controllers.stop(GRACE);
  }

  @Test
  void aStopEndsWaitsAtOnceAndBeginsNothing() throws InterruptedException {
    startWaiting();
    controllers.enqueue(key("a"), Urgency.CHANGED, false);
    controllers.stop(GRACE);
    controllers.enqueue(key("b"), Urgency.REQUESTED, false);

    assertThat(told).containsExactly(WaitEnd.STOPPING);
  }

  @Test
  void aRunThatTakesLongerThanTheGraceIsInterrupted() throws InterruptedException {
    var never = new CountDownLatch(1);
    controllers.register(
        "K",
        (key, run) -> {
          told.add("begins");
          try {
            never.await();
          } finally {
            told.add(run.superseded() ? "interrupted and told so" : "interrupted");
          }
          return new Again.Never();
        },
        1);
    controllers.start();
    controllers.enqueue(key("a"), Urgency.CHANGED, false);
    assertThat(told.take()).isEqualTo("begins");

    Thread stop = stopElsewhere();
    while (stop.isAlive()) {
      timeline.advance(GRACE.dividedBy(2));
      Thread.onSpinWait();
    }
    assertThat(told).containsExactly("interrupted and told so", "stopped");
  }

  @Test
  void aRunThatHearsNoInterruptDoesNotHoldUpTheStopForEver() throws InterruptedException {
    var release = new CountDownLatch(1);
    controllers.register(
        "K",
        (key, run) -> {
          told.add("begins");
          while (release.getCount() > 0) {
            Thread.onSpinWait();
          }
          return new Again.Never();
        },
        1);
    controllers.start();
    controllers.enqueue(key("deaf"), Urgency.CHANGED, false);
    assertThat(told.take()).isEqualTo("begins");

    Thread stop = stopElsewhere();
    while (stop.isAlive()) {
      timeline.advance(GRACE);
      Thread.onSpinWait();
    }
    release.countDown();
    assertThat(told).containsExactly("stopped");
  }

  @Test
  void aBugIsTriedAgainAfterAGrowingPause() throws InterruptedException {
    var begun = new AtomicInteger();
    controllers.register(
        "K",
        (key, run) -> {
          told.add(begun.incrementAndGet());
          throw new IllegalArgumentException("a bug");
        },
        1);
    controllers.start();
    controllers.enqueue(key("a"), Urgency.CHANGED, false);
    assertThat(told.take()).isEqualTo(1);
    untilIdle();
    timeline.advance(Duration.ofMillis(749));
    assertThat(begun).hasValue(1);
    timeline.advance(Duration.ofMillis(1));
    assertThat(told.take()).isEqualTo(2);
    untilIdle();
    timeline.advance(Duration.ofMillis(1499));
    assertThat(begun).hasValue(2);
    timeline.advance(Duration.ofMillis(1));
    assertThat(told.take()).isEqualTo(3);
    controllers.stop(GRACE);
  }

  @Test
  void delayedAndPeriodicRunsComeAtTheirTimes() throws InterruptedException {
    controllers.register(
        "K",
        (key, run) -> {
          told.add(Duration.between(timelineStart(), run.started()));
          return new Again.After(Duration.ofMinutes(10));
        },
        1);
    controllers.enqueueAfter(key("a"), Duration.ofSeconds(30), Urgency.PERIODIC);
    controllers.enqueueAfter(key("a"), Duration.ofSeconds(5), Urgency.PERIODIC);
    controllers.start();
    timeline.advance(Duration.ofSeconds(5));
    assertThat(told.take()).isEqualTo(Duration.ofSeconds(5));
    untilIdle();
    timeline.advance(Duration.ofMinutes(10));
    assertThat(told.take()).isEqualTo(Duration.ofSeconds(605));
    controllers.stop(GRACE);
    assertThat(told).isEmpty();
  }

  @Test
  void tenThousandParkedRunsAreSmall() throws InterruptedException {
    int runs = 10_000;
    var parked = new CountDownLatch(runs);
    controllers.register(
        "K",
        (key, run) -> {
          parked.countDown();
          run.await(new Gate(), timeline.now().plus(HOUR));
          return new Again.Never();
        },
        1);
    long before = liveHeap();
    controllers.start();
    for (int number = 0; number < runs; number++) {
      controllers.enqueue(key("application-" + number), Urgency.CHANGED, false);
    }
    parked.await();
    while (controllers.stats().kinds().get("K").waiting() < runs) {
      Thread.onSpinWait();
    }
    long each = (liveHeap() - before) / runs;
    System.out.println("live heap of a parked run: " + each + " bytes");
    controllers.stop(GRACE);
    assertThat(each).isLessThan(4_000);
  }

  private static long liveHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void startWaiting() throws InterruptedException {
    controllers.register(
        "K",
        (key, run) -> {
          told.add(key.name() + " begins");
          told.add(run.await(new Gate(), timeline.now().plus(HOUR)));
          return new Again.Never();
        },
        1);
    controllers.start();
    controllers.enqueue(key("a"), Urgency.CHANGED, false);
    assertThat(told.take()).isEqualTo("a begins");
    untilIdle();
  }

  private void untilIdle() {
    while (controllers.stats().kinds().get("K").active() > 0) {
      Thread.onSpinWait();
    }
  }

  private Thread stopElsewhere() {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            controllers.stop(GRACE);
            told.add("stopped");
          } catch (InterruptedException e) {
            told.add(e);
          }
        });
  }

  private Instant timelineStart() {
    return new FakeTimeline().now();
  }

  private List<Object> take(int many) throws InterruptedException {
    var taken = new ArrayList<Object>();
    while (taken.size() < many) {
      taken.add(told.take());
    }
    return taken;
  }

  private static Key key(String name) {
    return new Key("K", "shop", name);
  }
}
