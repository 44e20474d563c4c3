package dev.levada.cluster.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.health.Health;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindRecordTest {

  private static final ObjectId A = id("a");
  private static final ObjectId B = id("b");

  private final List<String> news = new ArrayList<>();
  private final KindRecord objects =
      new KindRecord(
          KindRecordTest::digest,
          (id, live) -> news.add(id.name() + "=" + live.map(Live::resourceVersion).orElse("gone")),
          () -> news.add("absent"));

  private static ObjectId id(String name) {
    return new ObjectId("", "ConfigMap", "shop", name);
  }

  private static Manifest object(ObjectId id, String version) {
    var metadata =
        new Mapping()
            .put("namespace", id.namespace())
            .put("name", id.name())
            .put("resourceVersion", version);
    return new Manifest(
        new Mapping().put("apiVersion", "v1").put("kind", id.kind()).put("metadata", metadata));
  }

  private static Live digest(Manifest object) {
    return new Live(
        object.id(),
        "v1",
        "",
        object.resourceVersion(),
        0,
        Health.current(""),
        "",
        "",
        "",
        false,
        "");
  }

  @Test
  void aListTakesAwayWhatItDoesNotHoldAndTellsOnlyWhatChanged() {
    objects.changed(object(A, "1"), true);
    objects.changed(object(B, "2"), true);
    objects.synced(Set.of(A, B), "5");
    news.clear();

    objects.begin();
    objects.changed(object(A, "1"), true);
    objects.synced(Set.of(A), "9");

    assertThat(news).containsExactly("b=gone");
    assertThat(objects.find(A)).isPresent();
  }

  @Test
  void whatWasAppliedAfterTheListWasTakenStays() {
    objects.begin();
    objects.observed(object(A, "12"));
    objects.synced(Set.of(), "10");

    assertThat(objects.find(A)).isPresent();
  }

  @Test
  void anOlderStateNeverReplacesANewerOne() {
    objects.synced(Set.of(), "1");
    objects.observed(object(A, "10"));
    objects.changed(object(A, "9"), false);
    objects.gone(A, "8");

    assertThat(news).containsExactly("a=10");
    objects.gone(A, "11");
    assertThat(objects.find(A)).isEmpty();
  }

  @Test
  void anAnswerThatTheWatchHasPassedDoesNotBringBackWhatIsGone() {
    objects.synced(Set.of(), "1");
    objects.changed(object(A, "5"), false);
    objects.gone(A, "7");
    objects.observed(object(A, "6"));
    objects.reached("20");
    objects.observed(object(B, "15"));

    assertThat(objects.find(A)).isEmpty();
    assertThat(objects.find(B)).isEmpty();
    objects.observed(object(A, "21"));
    assertThat(objects.find(A)).isPresent();
  }

  @Test
  void aKindThatIsAbsentHasNoObjectsAndThatIsKnown() throws InterruptedException {
    objects.changed(object(A, "1"), true);
    assertThat(objects.awaitKnown(1_000)).isFalse();
    objects.troubled(new IllegalArgumentException("away"));

    objects.absent();

    assertThat(objects.awaitKnown(0)).isTrue();
    assertThat(objects.trouble()).isEmpty();
    assertThat(objects.size()).isZero();
    assertThat(news).containsExactly("a=1", "absent", "a=gone");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 9, true",
    "9, 10, false",
    "9, 9, false",
    "18446744073709551616, 18446744073709551615, true",
    "007, 7, false",
    "'', 7, true",
    "'', '', false",
    "abc, abc, false",
    "abc, 7, true",
  })
  void versionsCompareAsNumbers(String first, String second, boolean later) {
    assertThat(ResourceVersions.isLater(first, second)).isEqualTo(later);
  }
}
