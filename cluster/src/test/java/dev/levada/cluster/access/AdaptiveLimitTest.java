package dev.levada.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {

  private static void round(AdaptiveLimit limit, boolean good) throws InterruptedException {
    var places = new ArrayList<AdaptiveLimit.Place>();
    int count = limit.limit();
    for (int i = 0; i < count; i++) {
      places.add(limit.enter());
    }
    for (AdaptiveLimit.Place place : places) {
      if (good) {
        place.good();
      } else {
        place.overloaded();
      }
    }
    places.forEach(AdaptiveLimit.Place::leave);
  }

  @Test
  void itGrowsByOneForARoundOfGoodAnswers() throws InterruptedException {
    var limit = new AdaptiveLimit(32, 4, 128);
    round(limit, true);
    round(limit, true);

    assertThat(limit.limit()).isEqualTo(34);
  }

  @Test
  void itDoesNotGrowWhileMostOfItIsUnused() throws InterruptedException {
    var limit = new AdaptiveLimit(8, 4, 128);
    for (int i = 0; i < 100; i++) {
      AdaptiveLimit.Place place = limit.enter();
      place.good();
      place.leave();
    }

    assertThat(limit.limit()).isEqualTo(8);
  }

  @Test
  void requestsThatAreRefusedTogetherLowerItOnce() throws InterruptedException {
    var limit = new AdaptiveLimit(30, 4, 128);
    round(limit, false);

    assertThat(limit.limit()).isEqualTo(20);
  }

  @Test
  void aFullLimitMakesTheNextWaitUntilOneLeaves() throws InterruptedException {
    var limit = new AdaptiveLimit(1, 1, 1);
    AdaptiveLimit.Place first = limit.enter();
    var entered = new CountDownLatch(1);
    Thread second =
        Thread.ofVirtual()
            .start(() -> {
              try {
                AdaptiveLimit.Place place = limit.enter();
                entered.countDown();
                place.leave();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(entered.await(50, TimeUnit.MILLISECONDS)).isFalse();
    first.leave();
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    second.join();
  }

  @Test
  void whoWaitsForQuietGoesOnWhenHardlyAnythingIsUnderWay() throws InterruptedException {
    var limit = new AdaptiveLimit(8, 1, 8);
    var places = List.of(limit.enter(), limit.enter(), limit.enter());
    var quiet = new CountDownLatch(1);
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                limit.awaitQuiet(Duration.ofMinutes(5));
                quiet.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(quiet.await(50, TimeUnit.MILLISECONDS)).isFalse();
    places.getFirst().leave();
    assertThat(quiet.await(10, TimeUnit.SECONDS)).isTrue();
    waiting.join();
  }

  @Test
  void patienceForQuietEnds() throws InterruptedException {
    var limit = new AdaptiveLimit(8, 1, 8);
    var places = List.of(limit.enter(), limit.enter(), limit.enter());

    limit.awaitQuiet(Duration.ofMillis(1));
    limit.awaitQuiet(Duration.ofMillis(-1));

    assertThat(places).hasSize(3);
  }

  @Property(tries = 200)
  void itStaysWithinItsBoundsAndLosesNoPlace(@ForAll @Size(max = 200) List<Boolean> rounds)
      throws InterruptedException {
    var limit = new AdaptiveLimit(10, 4, 16);
    for (boolean good : rounds) {
      // Each round takes all places there should be: one too few and it would wait for ever.
      round(limit, good);
      assertThat(limit.limit()).isBetween(4, 16);
    }
  }
}
