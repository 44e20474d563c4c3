package dev.levada.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.fields.GroupKind;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StagesTest {

  private static final Manifest WEB = Objects.named("apps/v1", "Deployment", "shop", "web");
  private static final Manifest CONFIG = Objects.named("v1", "ConfigMap", "shop", "web");
  private static final Manifest SHOP = Objects.named("v1", "Namespace", "", "shop");
  private static final Manifest FAST =
      Objects.named("storage.k8s.io/v1", "StorageClass", "", "fast");
  private static final Manifest DATABASE = Objects.named("example.com/v1", "Database", "shop", "d");
  private static final Manifest DATABASES =
      Objects.named("apiextensions.k8s.io/v1", "CustomResourceDefinition", "", "databases");
  private static final Manifest GUARD =
      Objects.named(
          "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "", "guard");

  @Test
  void objectsGoInTheStagesOfTheirKinds() {
    var stages =
        Stages.of(
            List.of(GUARD, WEB, DATABASE, FAST, SHOP, CONFIG, DATABASES),
            Set.of(new GroupKind("example.com", "Database")));
    assertThat(stages)
        .containsExactly(
            new Stage(Stage.Kind.CLUSTER_DEFINITIONS, List.of(DATABASES, SHOP)),
            new Stage(Stage.Kind.CLASSES, List.of(FAST)),
            new Stage(Stage.Kind.CUSTOM, List.of(DATABASE)),
            new Stage(Stage.Kind.REST, List.of(CONFIG, WEB, GUARD)));
    assertThat(stages.stream().map(Stage::waits)).containsExactly(true, true, false, false);
  }

  @Test
  void stagesWithoutObjectsAreLeftOut() {
    assertThat(Stages.of(List.of(WEB, DATABASE)))
        .containsExactly(new Stage(Stage.Kind.REST, List.of(WEB, DATABASE)));
  }

  @Test
  void aDefinitionOfAnotherGroupIsNoDefinition() {
    Manifest foreign = Objects.named("example.com/v1", "Namespace", "shop", "n");
    assertThat(Stages.of(List.of(foreign)).getFirst().kind()).isEqualTo(Stage.Kind.REST);
  }

  @Property
  void theOrderIsTotal(
      @ForAll("objects") Manifest a, @ForAll("objects") Manifest b, @ForAll("objects") Manifest c) {
    var order = new ApplyOrder();
    assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
    assertThat(order.compare(a, b) == 0).isEqualTo(a.id().equals(b.id()));
    if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
      assertThat(order.compare(a, c)).isLessThanOrEqualTo(0);
    }
  }

  @Provide
  Arbitrary<Manifest> objects() {
    var kinds =
        Arbitraries.of(
            "Secret",
            "Thing",
            "Other",
            "Namespace",
            "Deployment",
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration");
    return Combinators.combine(
            Arbitraries.of("v1", "apps/v1"),
            kinds,
            Arbitraries.of("", "a"),
            Arbitraries.of("x", "y"))
        .as(Objects::named);
  }
}
