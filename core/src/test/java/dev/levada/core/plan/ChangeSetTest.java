package dev.levada.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.ObjectId;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.plan.drift.FieldChange;
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
              entry("Deployment", "shop", new Change.Configured(List.of(), "")),
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

  @Test
  void anObjectTakenFromAnotherKustomizationIsToldWithIt() {
    String labels = "/metadata/labels/kustomize.toolkit.fluxcd.io~1";
    var name = new FieldChange.Replaced(labels + "name", Scalar.of("carts"), Scalar.of("checkout"));
    var namespace =
        new FieldChange.Replaced(labels + "namespace", Scalar.of("shop"), Scalar.of("pay"));
    assertThat(entry("Secret", "shop", new Change.Configured(List.of(name, namespace), "")).text())
        .isEqualTo(
            "Secret/shop/x configured (taken over from Kustomization shop/carts: if that one still has it too, remove"
                + " it from one of them)");
    assertThat(entry("Secret", "shop", new Change.Configured(List.of(name), "")).text())
        .contains("from Kustomization carts:");
  }
}
