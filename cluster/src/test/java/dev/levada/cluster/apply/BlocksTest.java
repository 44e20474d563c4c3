package dev.levada.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What one object that cannot be applied holds up.
final class BlocksTest {

  private static final Manifest SERVICE = object("v1", "Service", "web", new Mapping());
  private static final Manifest OTHER = object("v1", "ConfigMap", "other", new Mapping());
  private static final Manifest INGRESS =
      object(
          "networking.k8s.io/v1",
          "Ingress",
          "web",
          new Mapping()
              .put(
                  "defaultBackend",
                  new Mapping().put("service", new Mapping().put("name", "web"))));
  private static final Manifest ACCOUNT = object("v1", "ServiceAccount", "bot", new Mapping());
  private static final Manifest POD =
      object("v1", "Pod", "bot", new Mapping().put("serviceAccountName", "bot"));
  private static final Manifest SCALER =
      object(
          "autoscaling/v2",
          "HorizontalPodAutoscaler",
          "bot",
          new Mapping()
              .put(
                  "scaleTargetRef",
                  new Mapping().put("apiVersion", "v1").put("kind", "Pod").put("name", "bot")));
  private static final List<Manifest> ALL = List.of(SERVICE, OTHER, INGRESS, ACCOUNT, POD, SCALER);

  private static Manifest object(String apiVersion, String kind, String name, Mapping spec) {
    return new Manifest(
        new Mapping()
            .put("apiVersion", apiVersion)
            .put("kind", kind)
            .put("metadata", new Mapping().put("name", name).put("namespace", "shop"))
            .put("spec", spec)
            .put("subjects", new Sequence()));
  }

  private static Blocks blocks(ObjectId... troubled) {
    var blocks = new Blocks(Set.of(troubled));
    blocks.spread(ALL);
    return blocks;
  }

  @Test
  void nothingInTroubleBlocksNothing() {
    var blocks = blocks();
    assertThat(ALL).allSatisfy(one -> assertThat(blocks.blocker(one.id())).isEmpty());
  }

  @Test
  void whatNamesTheTroubledOneIsBlockedAndNothingElse() {
    var blocks = blocks(SERVICE.id());
    assertThat(blocks.blocker(INGRESS.id())).contains(SERVICE.id());
    assertThat(blocks.blocker(OTHER.id())).isEmpty();
    assertThat(blocks.blocker(POD.id())).isEmpty();
    assertThat(blocks.blocker(SERVICE.id())).as("it is in trouble itself").isEmpty();
  }

  @Test
  void blocksGoOnThroughOthers() {
    var blocks = blocks(ACCOUNT.id());
    assertThat(blocks.blocker(POD.id())).contains(ACCOUNT.id());
    assertThat(blocks.blocker(SCALER.id())).contains(POD.id());
  }

  @Test
  void aNamespaceInTroubleBlocksAllInIt() {
    var blocks = blocks(new ObjectId("", "Namespace", "", "shop"));
    assertThat(ALL).allSatisfy(one -> assertThat(blocks.blocker(one.id())).isPresent());
  }

  @Test
  void troubleThatComesLaterCountsToo() {
    var blocks = blocks();
    blocks.add(SERVICE.id());
    assertThat(blocks.blocker(INGRESS.id())).contains(SERVICE.id());
  }
}
