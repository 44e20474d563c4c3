package dev.levada.operator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.api.Metadata;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.runtime.FakeTimeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JournalTest {

  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private final MemoryJournalStore store = new MemoryJournalStore();
  private final FakeTimeline timeline = new FakeTimeline();
  private final Journal journal = new Journal(store, timeline, Runnable::run);

  @Test
  void whatWasBeingWrittenIsKnownToTheNextEngine() throws InterruptedException {
    assertThat(journal.note(app("shop", "1"), objects("a", "b"))).isTrue();
    Journal next = next();
    assertThat(next.of(app("shop", "1"))).isEqualTo(objects("a", "b"));
    assertThat(next.of(app("blog", "2"))).isEqualTo(Inventory.EMPTY);
  }

  @Test
  void anObjectOfTheSameNameThatWasMadeAnewHasNothingOfTheOldOne() throws InterruptedException {
    journal.note(app("shop", "1"), objects("a"));
    assertThat(next().of(app("shop", "2"))).isEqualTo(Inventory.EMPTY);
  }

  @Test
  void whatIsNotedOneAfterTheOtherAddsUpUntilAStatusHoldsIt() throws InterruptedException {
    journal.note(app("shop", "1"), objects("a"));
    timeline.advance(A_WHILE);
    journal.note(app("shop", "1"), objects("b"));
    assertThat(next().of(app("shop", "1"))).isEqualTo(objects("a", "b"));
    journal.settle(app("shop", "1"));
    assertThat(journal.of(app("shop", "1"))).isEqualTo(Inventory.EMPTY);
  }

  @Test
  void thoseWhoNoteAtTheSameTimeShareAWrite() throws InterruptedException, ExecutionException {
    journal.note(app("first", "1"), objects("a"));
    store.nextWrite();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var noted =
          List.of("second", "third", "fourth").stream()
              .map(name -> threads.submit(() -> journal.note(app(name, name), objects(name))))
              .toList();
      for (String name : List.of("second", "third", "fourth")) {
        while (journal.of(app(name, name)).isEmpty()) {
          Thread.onSpinWait();
        }
      }
      timeline.advance(A_WHILE);
      for (var one : noted) {
        assertThat(one.get()).isTrue();
      }
    }
    store.nextWrite();
    assertThat(store.writesLeft()).isZero();
    assertThat(next().of(app("fourth", "fourth"))).isEqualTo(objects("fourth"));
  }

  @Test
  void whereItCannotBeWrittenItSaysSoAndLeavesTheServerAloneForAMinute()
      throws InterruptedException {
    store.away(true);
    assertThat(journal.note(app("shop", "1"), objects("a"))).isFalse();
    store.away(false);
    assertThat(journal.note(app("shop", "1"), objects("b"))).isFalse();
    assertThat(store.writesLeft()).isZero();
    timeline.advance(Duration.ofMinutes(2));
    assertThat(journal.note(app("shop", "1"), objects("b"))).isTrue();
    assertThat(next().of(app("shop", "1"))).isEqualTo(objects("a", "b"));
  }

  @Test
  void itIsEmptiedWhenNothingIsUnderWayAnyMore() throws InterruptedException {
    journal.note(app("shop", "1"), objects("a"));
    store.nextWrite();
    journal.settle(app("shop", "1"));
    timeline.advance(A_WHILE);
    assertThat(store.nextWrite()).isEqualTo("{\"entries\":[]}");
  }

  @Test
  void moreThanOneObjectOfTheClusterHoldsIsNotTaken() throws InterruptedException {
    var many = new String[2_001];
    for (int i = 0; i < many.length; i++) {
      many[i] = "o" + i;
    }
    assertThat(journal.note(app("shop", "1"), objects(many))).isFalse();
    assertThat(journal.note(app("blog", "2"), objects("a"))).isTrue();
  }

  @Test
  void aPageThatSomebodyHasEditedIsBegunAnew() throws InterruptedException {
    for (String bad : List.of("{", "[]", "{\"entries\":[1]}", "\"\"", "null")) {
      store.put(bad);
      Journal next = next();
      assertThat(next.of(app("shop", "1"))).isEqualTo(Inventory.EMPTY);
      assertThat(next.note(app("shop", "1"), objects("a"))).isTrue();
    }
  }

  private Journal next() {
    var next = new Journal(store, new FakeTimeline(), Runnable::run);
    next.open();
    return next;
  }

  static Metadata app(String name, String uid) {
    return new Metadata("apps", name, uid, "1", 1, false, List.of(), Map.of(), Map.of());
  }

  static Inventory objects(String... names) {
    return new Inventory(
        List.of(names).stream()
            .map(name -> new Inventory.Item(new ObjectId("", "ConfigMap", "apps", name), "v1"))
            .toList());
  }
}
