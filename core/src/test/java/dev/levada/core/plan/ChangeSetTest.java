package dev.levada.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.ObjectId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeSetTest {

  private static Entry entry(String kind, String namespace, Change change) {
    return new Entry(new ObjectId("", kind, namespace, "x"), change);
  }

  private static final ChangeSet ALL =
      new ChangeSet(
          List.of(
              entry("Namespace", "", new Change.Created()),
              entry("Secret", "shop", new Change.Unchanged()),
              entry("Deployment", "shop", new Change.Configured(List.of())),
              entry("Job", "shop", new Change.Replaced("field is immutable")),
              entry("Role", "shop", new Change.Skipped("someone asked")),
              entry("ConfigMap", "shop", new Change.Deleted())));

  @Test
  void eventsListWhatChanged() {
    assertThat(ALL.hasChanges()).isTrue();
    assertThat(ALL.changedLines())
        .isEqualTo(
            """
            Namespace/x created
            Deployment/shop/x configured
            Job/shop/x created
            ConfigMap/shop/x deleted\
            """);
  }

  @Test
  void logsListEverything() {
    assertThat(ALL.lines().lines()).hasSize(6).contains("Role/shop/x skipped");
    assertThat(ALL.output())
        .containsEntry("Secret/shop/x", "unchanged")
        .containsEntry("Namespace/x", "created")
        .hasSize(6);
  }

  @Test
  void nothingChangedIsNoText() {
    var none = new ChangeSet(List.of(entry("Secret", "shop", new Change.Unchanged())));
    assertThat(none.hasChanges()).isFalse();
    assertThat(none.changedLines()).isEmpty();
    assertThat(none.output()).isEqualTo(Map.of("Secret/shop/x", "unchanged"));
  }
}
