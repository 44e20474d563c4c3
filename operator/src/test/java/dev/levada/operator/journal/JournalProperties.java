package dev.levada.operator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.runtime.FakeTimeline;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// However writes, good and bad statuses, failures and kills follow each other: what was said to be
/// taken down and is in no status is known.
class JournalProperties {

  enum Deed {
    NOTE,
    SETTLE,
    KILL,
    BREAK,
    MEND
  }

  record Move(Deed deed, int app, int object) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(
            Arbitraries.of(Deed.class),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 5))
        .as(Move::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 500)
  void nothingThatWasTakenDownIsForgotten(@ForAll("moves") List<Move> moves)
      throws InterruptedException {
    var store = new MemoryJournalStore();
    var timeline = new FakeTimeline();
    var journal = new Journal(store, timeline, Runnable::run);
    var promised = new TreeMap<Integer, Inventory>();
    for (Move move : moves) {
      String name = "app" + move.app();
      Inventory objects = JournalTest.objects("o" + move.object());
      switch (move.deed()) {
        case NOTE -> {
          if (journal.note(JournalTest.app(name, name), objects)) {
            promised.merge(move.app(), objects, Inventory::plus);
          }
        }
        case SETTLE -> {
          journal.settle(JournalTest.app(name, name));
          promised.remove(move.app());
        }
        case KILL -> {
          journal = new Journal(store, timeline, Runnable::run);
          journal.open();
        }
        case BREAK -> store.away(true);
        case MEND -> store.away(false);
      }
      timeline.advance(Duration.ofMinutes(2));
    }
    var last = new Journal(store, timeline, Runnable::run);
    last.open();
    promised.forEach((app, objects) ->
        assertThat(last.of(JournalTest.app("app" + app, "app" + app)).items())
            .containsAll(objects.items()));
  }
}
