package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import org.junit.jupiter.api.Test;

/// Two Kustomizations want one object: the last to apply it has it, both are named to the user, and
/// the one that lost it does not delete it when it goes.
@OnCluster
final class SharedObjectTest {

  private static final String OWNER = "{.metadata.labels.kustomize\\.toolkit\\.fluxcd\\.io/name}";

  @Test
  void theLastToApplyHasItAndOnlyItsOwnerPrunesIt(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit =
          world.repository.commit(
              files(
                  "app/one.yaml", configMap("one", "of app"),
                  "other/one.yaml", configMap("one", "of other")));
      world.deploy("./app");
      world.awaitApplied(commit);
      world.apply(
          """
          apiVersion: kustomize.toolkit.fluxcd.io/v1
          kind: Kustomization
          metadata:
            name: other
          spec:
            interval: 1h
            prune: true
            path: ./other
            targetNamespace: %s
            sourceRef:
              kind: GitRepository
              name: app
          """
              .formatted(namespace.name()));
      world.await("kustomization/other", "condition=Ready", 60);
      assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("of other");
      assertThat(world.get("configmap/one", OWNER)).isEqualTo("other");
      world.awaitEvent(
          "ConfigMap/%1$s/one configured (taken over from Kustomization app"
              .formatted(namespace.name()));
      namespace.kubectl("delete", "kustomization", "app", "--timeout=60s");
      assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("of other");
      namespace.kubectl("delete", "kustomization", "other", "--timeout=60s");
      world.assertGone("configmap/one");
    }
  }
}
