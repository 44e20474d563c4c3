package dev.levada.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.ObjectId;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.Plan;
import dev.levada.core.plan.Stage;
import dev.levada.core.plan.drift.FieldChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A plan on the screen.
final class PlanTextTest {

  private static ObjectId id(String kind, String name) {
    return new ObjectId("", kind, kind.equals("Namespace") ? "" : "shop", name);
  }

  private static Entry entry(String kind, String name, Change change) {
    return new Entry(id(kind, name), change);
  }

  @Test
  void whatIsLostComesFirstAndWhatStaysOnlyCounts() {
    var field = new FieldChange.Replaced("/spec/replicas", Scalar.of(2), Scalar.of(3));
    var plan =
        new Plan(
            List.of(
                new Plan.Planned(
                    Stage.Kind.CLUSTER_DEFINITIONS,
                    List.of(entry("Namespace", "shop", new Change.Created()))),
                new Plan.Planned(
                    Stage.Kind.REST,
                    List.of(
                        entry("ConfigMap", "same", new Change.Unchanged()),
                        entry("Deployment", "web", new Change.Configured(List.of(field), "jane")),
                        entry("Job", "once", new Change.Replaced("spec.template is immutable")),
                        entry("Secret", "off", new Change.Skipped("its owner wants it so")),
                        entry("Service", "bad", new Change.Refused("port 99999", "Correct it")),
                        entry("Ingress", "web", new Change.Blocked(id("Service", "bad"))),
                        entry("Role", "new", new Change.Untried(id("Namespace", "shop")))))),
            List.of(entry("ConfigMap", "old", new Change.Deleted())));
    assertThat(PlanText.of("Kustomization/apps/shop", plan, false))
        .isEqualTo(
            """
              - ConfigMap/shop/old deleted: it left the source
              ! Job/shop/once deleted and created anew
                  spec.template is immutable
              x Service/shop/bad refused
                  port 99999
                  Correct it
              x Ingress/shop/web blocked: it needs Service/shop/bad, which cannot be applied
              + Namespace/shop created
              ~ Deployment/shop/web changed: last changed by jane
                  /spec/replicas: 2 -> 3
              = Secret/shop/off left alone: its owner wants it so
              + Role/shop/new created: it cannot be tried before Namespace/shop is created

            Kustomization/apps/shop: 1 to delete, 1 to replace, 2 refused, 2 to create, 1 to change,\
             1 left alone, 1 unchanged
            """);
  }

  @Test
  void nothingToDoIsOneLine() {
    var plan =
        new Plan(
            List.of(
                new Plan.Planned(
                    Stage.Kind.REST, List.of(entry("ConfigMap", "same", new Change.Unchanged())))),
            List.of());
    assertThat(plan.hasChanges()).isFalse();
    assertThat(PlanText.of("Kustomization/apps/shop", plan, false))
        .isEqualTo("Kustomization/apps/shop: 1 unchanged\n");
  }
}
