package dev.levada.operator.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Sequence;
import dev.levada.operator.runtime.Key;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who is woken by what a watch tells of an object, and what is seen of it meanwhile.
final class SightTest {

  private static final GroupVersionKind WIDGET =
      new GroupVersionKind("example.org", "v1", "Widget");
  private static final Key APP = new Key("Kustomization", "apps", "web");
  private static final Key OTHER = new Key("Kustomization", "apps", "other");

  private final List<Key> woken = new ArrayList<>();
  private final List<Sight> unserved = new ArrayList<>();
  private final Sight sight = sight(false);

  private Sight sight(boolean whole) {
    return new Sight(
        new Subject(WIDGET, "apps", "one", "", whole),
        (_, _) -> {
          throw new AssertionError("nothing is to be watched");
        },
        unserved::add,
        woken::add);
  }

  private static Manifest widget(String version, String ready) {
    return new Manifest(
        new Mapping()
            .put("apiVersion", "example.org/v1")
            .put("kind", "Widget")
            .put(
                "metadata",
                new Mapping()
                    .put("name", "one")
                    .put("namespace", "apps")
                    .put("resourceVersion", version))
            .put(
                "status",
                new Mapping()
                    .put(
                        "conditions",
                        new Sequence(
                            List.of(new Mapping().put("type", "Ready").put("status", ready))))));
  }

  @Test
  void whoWaitsIsWokenByAChangeOfWhatItSeesAndByNoOther() {
    sight.look(APP);
    sight.changed(widget("1", "False"), true);
    assertThat(woken).containsExactly(APP);
    sight.changed(widget("2", "False"), false);
    assertThat(woken).as("the same but for the version").containsExactly(APP);
    sight.changed(widget("3", "True"), false);
    assertThat(woken).containsExactly(APP, APP);
  }

  @Test
  void inWordsOfTheUsersOwnAnyChangeCounts() {
    Sight whole = sight(true);
    whole.look(APP);
    whole.changed(widget("1", "False"), true);
    whole.changed(widget("2", "False"), false);
    assertThat(woken).containsExactly(APP, APP);
    assertThat(((Seen.There) whole.seen()).whole()).isPresent();
  }

  @Test
  void whoDoesNotWaitSleepsOn() {
    sight.look(APP);
    sight.look(OTHER);
    sight.enough(APP);
    sight.changed(widget("1", "True"), true);
    assertThat(woken).containsExactly(OTHER);
  }

  @Test
  void anEmptyListAndAnEndBothMeanThatItIsMissing() {
    sight.synced(Set.of(), "1");
    assertThat(sight.seen()).isEqualTo(new Seen.Missing());
    sight.changed(widget("2", "True"), false);
    assertThat(sight.seen()).isInstanceOf(Seen.There.class);
    sight.gone(widget("2", "True").id(), "3");
    assertThat(sight.seen()).isEqualTo(new Seen.Missing());
  }

  @Test
  void aRefusalHidesItUntilItIsOver() {
    sight.changed(widget("1", "True"), true);
    Seen before = sight.seen();
    sight.look(APP);
    sight.troubled(new ApiError(403, "Forbidden", "may not", new Mapping()));
    assertThat(sight.seen()).isEqualTo(new Seen.Hidden("may not"));
    sight.recovered();
    assertThat(sight.seen()).isEqualTo(before);
    assertThat(woken).containsExactly(APP, APP);
  }

  @Test
  void whatWasSeenHoldsWhileTheServerIsAway() {
    sight.changed(widget("1", "True"), true);
    Seen before = sight.seen();
    sight.troubled(new ApiUnreachable("no answer", new IOException("reset")));
    sight.troubled(new ApiError(503, "", "busy", new Mapping()));
    assertThat(sight.seen()).isEqualTo(before);
  }

  @Test
  void aKindThatIsNotServedIsWaitedFor() {
    sight.absent();
    assertThat(sight.seen()).isEqualTo(new Seen.NoKind());
    assertThat(unserved).containsExactly(sight);
    assertThat(sight.isIdle()).isTrue();
  }

  @Test
  void anObjectThatNoKindCanHaveIsNotWatched() {
    sight.look(APP);
    sight.served(new ResourceType(WIDGET, "widgets", false));
    assertThat(sight.seen()).isEqualTo(new Seen.NoPlace(false));
    assertThat(woken).containsExactly(APP);
  }
}
