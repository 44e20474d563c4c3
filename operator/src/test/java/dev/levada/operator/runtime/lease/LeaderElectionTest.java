package dev.levada.operator.runtime.lease;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.levada.operator.runtime.FakeTimeline;
import dev.levada.operator.runtime.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LeaderElectionTest {

  static {
    ((Logger) LoggerFactory.getLogger(LeaderElection.class)).setLevel(Level.OFF); // many failures
  }

  private final FakeTimeline timeline = new FakeTimeline();
  private final MemoryLeaseStore store = new MemoryLeaseStore();

  /// A candidate whose clock differs from the others'.
  private final class Candidate {
    final MemoryLeaseStore.Way way = store.new Way();
    final List<String> told = new ArrayList<>();
    final LeaderElection election;

    Candidate(String identity, int skewSeconds) {
      election =
          new LeaderElection(way, skewed(skewSeconds), identity, Runnable::run, Runnable::run)
              .onLead(() -> told.add("leads"))
              .onLost(() -> told.add("lost"));
      election.start();
    }
  }

  private Timeline skewed(int seconds) {
    return new Timeline() {
      @Override
      public Instant now() {
        return timeline.now().plusSeconds(seconds);
      }

      @Override
      public Alarm schedule(Instant at, Runnable action) {
        return timeline.schedule(at.minusSeconds(seconds), action);
      }
    };
  }

  enum Event {
    PASS,
    BREAK,
    DEAFEN,
    HEAL,
    STOP,
    RESTART
  }

  record Happening(Event event, int candidate, int seconds) {}

  @Provide
  Arbitrary<List<Happening>> lives() {
    return Combinators.combine(
            Arbitraries.of(Event.class),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 50))
        .as(Happening::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Property(tries = 2000)
  void thereAreNeverTwoLeadersAndAtLastThereIsOne(@ForAll("lives") List<Happening> lives) {
    var world = new LeaderElectionTest();
    var candidates = new ArrayList<Candidate>();
    for (int number = 0; number < 3; number++) {
      candidates.add(world.new Candidate("host-" + number, number * 40));
    }
    int births = 3;
    for (Happening happening : lives) {
      Candidate candidate = candidates.get(happening.candidate());
      switch (happening.event()) {
        case PASS -> {}
        case BREAK -> candidate.way.broken = true;
        case DEAFEN -> candidate.way.deaf = true;
        case HEAL -> heal(candidate);
        case STOP -> candidate.election.stop();
        case RESTART -> {
          candidate.election.stop();
          candidates.set(happening.candidate(), world.new Candidate("host-" + births++, -20));
        }
      }
      world.pass(happening.seconds(), candidates);
    }
    candidates.forEach(LeaderElectionTest::heal);
    candidates.add(world.new Candidate("the last one", 0));
    world.pass(80, candidates);
    assertThat(candidates).filteredOn(one -> one.election.isLeader()).hasSize(1);
    candidates.forEach(LeaderElectionTest::checkCalls);
  }

  private static void heal(Candidate candidate) {
    candidate.way.broken = false;
    candidate.way.deaf = false;
  }

  private void pass(int seconds, List<Candidate> candidates) {
    for (int second = 0; second <= seconds; second++) {
      assertThat(candidates.stream().filter(one -> one.election.isLeader()).count())
          .isLessThanOrEqualTo(1);
      timeline.advance(Duration.ofMillis(second == 0 ? 0 : 1000));
    }
  }

  private static void checkCalls(Candidate candidate) {
    for (int call = 0; call < candidate.told.size(); call++) {
      assertThat(candidate.told.get(call)).isEqualTo(call % 2 == 0 ? "leads" : "lost");
    }
  }

  @Test
  void theFirstLeadsAndTheSecondFollows() {
    var first = new Candidate("first", 0);
    var second = new Candidate("second", 0);
    timeline.advance(Duration.ofMinutes(10));

    assertThat(first.told).containsExactly("leads");
    assertThat(second.told).isEmpty();
    assertThat(store.lease().holder()).isEqualTo("first");
    assertThat(store.lease().transitions()).isZero();
    assertThat(store.lease().renewed()).isEqualTo(timeline.now());
  }

  @Test
  void aReleasedLeaseIsTakenOverAtTheNextLook() {
    var first = new Candidate("first", 0);
    var second = new Candidate("second", 0);
    first.election.stop();
    assertThat(store.lease().holder()).isEmpty();
    timeline.advance(LeaderElection.RETRY);

    assertThat(second.told).containsExactly("leads");
    assertThat(first.told).containsExactly("leads");
    assertThat(store.lease().transitions()).isEqualTo(1);
  }

  @Test
  void aLeaderThatCannotRenewStepsDownBeforeAnotherTakesOver() {
    var first = new Candidate("first", 0);
    var second = new Candidate("second", 0);
    first.way.broken = true;
    timeline.advance(LeaderElection.RENEW_DEADLINE.minusMillis(1));
    assertThat(first.election.isLeader()).isTrue();
    timeline.advance(Duration.ofMillis(1));
    assertThat(first.told).containsExactly("leads", "lost");
    assertThat(second.told).isEmpty();
    timeline.advance(LeaderElection.LEASE);

    assertThat(second.told).containsExactly("leads");
  }

  @Test
  void aLeaderWhoseRequestHangsStepsDownInTime() {
    var waiting = new ArrayDeque<Runnable>();
    var told = new ArrayList<String>();
    var election =
        new LeaderElection(store.new Way(), timeline, "a", waiting::add, Runnable::run)
            .onLost(() -> told.add("lost"));
    election.start();
    waiting.remove().run();
    assertThat(election.isLeader()).isTrue();
    timeline.advance(LeaderElection.RENEW_DEADLINE);

    assertThat(election.isLeader()).isFalse();
    assertThat(told).containsExactly("lost");
  }

  @Test
  void aLeaderWhoseLeaseWasGivenToAnotherStepsDownAtItsNextRenewal() {
    var first = new Candidate("first", 0);
    LeaseView lease = store.lease();
    store.new Way()
        .update(
            new LeaseView(
                "an administrator",
                lease.duration(),
                lease.acquired(),
                lease.renewed(),
                7,
                lease.version()));
    timeline.advance(LeaderElection.RETRY);

    assertThat(first.told).containsExactly("leads", "lost");
  }

  @Test
  void identitiesOfOneHostDiffer() {
    assertThat(LeaderElection.identity("node-1")).matches("node-1_[0-9a-f-]{36}");
    assertThat(LeaderElection.identity("node-1")).isNotEqualTo(LeaderElection.identity("node-1"));
  }
}
