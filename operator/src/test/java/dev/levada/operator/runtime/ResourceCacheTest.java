package dev.levada.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.ObjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceCacheTest {

  /// What a test's objects are parsed to.
  record App(String name, String source) {

    static App of(Manifest object) {
      String source = object.root().textAt("spec", "source");
      if (source.isEmpty()) {
        throw new IllegalArgumentException("spec.source is missing");
      }
      return new App(object.name(), source);
    }
  }

  private final List<String> told = new ArrayList<>();
  private final ResourceCache<App> cache =
      new ResourceCache<>(App::of, (id, reason) -> told.add(id + ": " + reason));

  ResourceCacheTest() {
    cache.index("source", app -> List.of(app.source()));
    cache.listen((before, after) -> told.add(word(before) + " > " + word(after)));
  }

  private static String word(App app) {
    return app == null ? "nothing" : app.name() + "@" + app.source();
  }

  @Test
  void objectsAreFoundByNameAndByIndex() {
    cache.changed(app("a", "git", "1"), false);
    cache.changed(app("b", "git", "2"), false);
    cache.changed(app("b", "oci", "3"), false);

    assertThat(cache.find("shop", "b")).contains(new App("b", "oci"));
    assertThat(cache.find("bank", "b")).isEmpty();
    assertThat(cache.all()).containsExactlyInAnyOrder(new App("a", "git"), new App("b", "oci"));
    assertThat(cache.lookup("source", "git")).containsExactly(new App("a", "git"));
    assertThat(cache.lookup("source", "bucket")).isEmpty();
    assertThat(told).containsExactly("nothing > a@git", "nothing > b@git", "b@git > b@oci");
  }

  @Test
  void anObjectThatIsGoneIsInNoIndex() {
    cache.changed(app("a", "git", "1"), false);
    cache.gone(id("a"), "9");
    cache.gone(id("never seen"), "9");

    assertThat(cache.find("shop", "a")).isEmpty();
    assertThat(cache.lookup("source", "git")).isEmpty();
    assertThat(told).containsExactly("nothing > a@git", "a@git > nothing");
  }

  @Test
  void aNewListTellsOnlyWhatChangedMeanwhile() throws InterruptedException {
    cache.changed(app("same", "git", "1"), true);
    cache.changed(app("changed", "git", "2"), true);
    cache.changed(app("vanished", "git", "3"), true);
    assertThat(cache.awaitSynced(Duration.ZERO)).isFalse();
    cache.synced(Set.of(id("same"), id("changed"), id("vanished")), "9");
    assertThat(cache.awaitSynced(Duration.ZERO)).isTrue();
    told.clear();

    cache.begin();
    cache.changed(app("same", "git", "1"), true);
    cache.changed(app("changed", "oci", "7"), true);
    cache.synced(Set.of(id("same"), id("changed")), "9");

    assertThat(told).containsExactly("changed@git > changed@oci", "vanished@git > nothing");
  }

  @Test
  void anObjectThatCannotBeReadIsReportedAndNoLongerHeld() {
    cache.changed(app("a", "git", "1"), false);
    cache.changed(app("a", "", "2"), false);
    cache.changed(app("a", "oci", "3"), false);

    assertThat(told)
        .containsExactly(
            "nothing > a@git",
            "App/shop/a: spec.source is missing",
            "a@git > nothing",
            "nothing > a@oci");
  }

  @Test
  void anIndexThatComesLaterKnowsWhatCameBefore() {
    cache.changed(app("a", "git", "1"), false);
    cache.index("name", app -> List.of(app.name(), "any"));

    assertThat(cache.lookup("name", "any")).containsExactly(new App("a", "git"));
    assertThatThrownBy(() -> cache.lookup("colour", "red")).hasMessage("there is no index colour");
  }

  @Test
  void theAnswerToAWriteIsKnownBeforeTheWatchTellsIt() {
    cache.changed(app("a", "git", "1"), false);
    cache.written(app("a", "oci", "3"));
    cache.changed(app("a", "bucket", "2"), false);
    cache.changed(app("a", "oci", "3"), false);

    assertThat(told).containsExactly("nothing > a@git", "a@git > a@oci");
  }

  @Test
  void theAnswerToAWriteBringsNothingBackThatIsGone() {
    cache.changed(app("a", "git", "1"), false);
    cache.gone(id("a"), "3");
    cache.written(app("a", "oci", "2"));

    assertThat(cache.all()).isEmpty();
    assertThat(told).containsExactly("nothing > a@git", "a@git > nothing");
  }

  @Test
  void whoLooksWhileAnObjectChangesFindsIt() throws InterruptedException {
    cache.changed(app("a", "git", "100000"), false);
    Thread changing =
        Thread.ofPlatform()
            .start(() -> {
              for (int version = 100_001; version < 200_000; version++) {
                cache.changed(app("a", "git", Integer.toString(version)), false);
              }
            });
    int missed = 0;
    while (changing.isAlive()) {
      missed += cache.lookup("source", "git").isEmpty() ? 1 : 0;
    }
    changing.join();

    assertThat(missed).isZero();
  }

  @Test
  void aListenerThatFailsDoesNotStopTheOthers() {
    var cache = new ResourceCache<>(App::of);
    cache.listen((before, after) -> {
      throw new IllegalArgumentException("a bug");
    });
    cache.listen((before, after) -> told.add(word(after)));
    cache.changed(app("a", "git", "1"), false);
    cache.changed(app("b", "", "2"), false);

    assertThat(told).containsExactly("a@git");
  }

  private static ObjectId id(String name) {
    return new ObjectId("example.dev", "App", "shop", name);
  }

  private static Manifest app(String name, String source, String version) {
    var root = new Mapping().put("apiVersion", "example.dev/v1").put("kind", "App");
    root.child("metadata")
        .put("namespace", "shop")
        .put("name", name)
        .put("resourceVersion", version);
    root.child("spec").put("source", source);
    return new Manifest(root);
  }
}
