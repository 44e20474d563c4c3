package dev.levada.operator.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.operator.runtime.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// However looks and what the watch tells follow each other: who waits is woken as soon as it would
/// see something else than when it looked, and nobody is woken for nothing.
class SightProperties {

  enum Deed {
    LOOK,
    ENOUGH,
    READY,
    UNREADY,
    GONE,
    EMPTY_LIST,
    REFUSED,
    AWAY,
    RECOVERED,
    NO_KIND
  }

  record Move(Deed deed, int key) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(Arbitraries.of(Deed.class), Arbitraries.integers().between(0, 2))
        .as(Move::new)
        .list()
        .ofMaxSize(30);
  }

  private static Key key(int number) {
    return new Key("Kustomization", "apps", "app" + number);
  }

  private static Manifest widget(boolean ready) {
    return new Manifest(
        new Mapping()
            .put("apiVersion", "example.org/v1")
            .put("kind", "Widget")
            .put(
                "metadata",
                new Mapping()
                    .put("name", "one")
                    .put("namespace", "apps")
                    .put("generation", Scalar.of(2)))
            .put("status", new Mapping().put("observedGeneration", Scalar.of(ready ? 2 : 1))));
  }

  @Property(tries = 2_000)
  void nobodyMissesAChangeAndNobodyIsWokenForNothing(@ForAll("moves") List<Move> moves) {
    Set<Key> woken = new HashSet<>();
    Map<Integer, Seen> seenAtLook = new TreeMap<>();
    var sight =
        new Sight(
            new Subject(
                new GroupVersionKind("example.org", "v1", "Widget"), "apps", "one", "", false),
            (_, _) -> {
              throw new AssertionError("nothing is to be watched");
            },
            _ -> {},
            woken::add);
    for (Move move : moves) {
      Seen before = sight.seen();
      woken.clear();
      does(move, sight, seenAtLook);
      Seen now = sight.seen();
      boolean waits = !seenAtLook.isEmpty() && !before.equals(now);
      assertThat(woken)
          .isEqualTo(
              waits
                  ? new HashSet<>(seenAtLook.keySet().stream().map(SightProperties::key).toList())
                  : Set.of());
      if (waits) {
        // Whoever is woken looks again.
        seenAtLook.replaceAll((number, _) -> sight.look(key(number)));
      }
      assertThat(seenAtLook.values()).allMatch(now::equals);
    }
  }

  private static void does(Move move, Sight sight, Map<Integer, Seen> seenAtLook) {
    switch (move.deed()) {
      case LOOK -> seenAtLook.put(move.key(), sight.look(key(move.key())));
      case ENOUGH -> {
        sight.enough(key(move.key()));
        seenAtLook.remove(move.key());
      }
      case READY -> sight.changed(widget(true), false);
      case UNREADY -> sight.changed(widget(false), false);
      case GONE -> sight.gone(widget(true).id(), "9");
      case EMPTY_LIST -> sight.synced(Set.of(), "9");
      case REFUSED -> sight.troubled(new ApiError(403, "Forbidden", "may not", new Mapping()));
      case AWAY -> sight.troubled(new ApiUnreachable("no answer", null));
      case RECOVERED -> sight.recovered();
      case NO_KIND -> sight.absent();
    }
  }
}
