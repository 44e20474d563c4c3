package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import org.junit.jupiter.api.Test;

/// A namespace that somebody deletes and that does not go: told, not fought with, and mended as
/// soon as it is gone.
@OnCluster
final class StuckNamespaceTest {

  @Test
  void itIsToldAndMendedWhenItIsGone(ControlPlane cluster, TestNamespace namespace) {
    String inner = namespace.name() + "-inner";
    try (World world = World.open(cluster, namespace)) {
      String commit =
          world.repository.commit(
              files(
                  "app/namespace.yaml",
                  "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + inner + "}\n",
                  "app/one.yaml",
                  configMap("one", "x")
                      .replace("  name: one", "  name: one\n  namespace: " + inner)));
      world.source();
      world.apply(
          """
          apiVersion: kustomize.toolkit.fluxcd.io/v1
          kind: Kustomization
          metadata: {name: app}
          spec:
            interval: 1h
            retryInterval: 2s
            prune: true
            path: ./app
            sourceRef: {kind: GitRepository, name: app}
          """);
      world.awaitApplied(commit);
      require(
          cluster.kubectlReading(
              "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: holds, namespace: "
                  + inner
                  + ", finalizers: [example.org/held]}\n",
              "apply",
              "-f",
              "-"));
      require(cluster.kubectl("delete", "namespace", inner, "--wait=false"));
      assertThat(world.awaitNotReady("kustomization/app", "ReconciliationFailed"))
          .contains("ConfigMap/" + inner + "/one", "being terminated");
      require(
          cluster.kubectl(
              "-n",
              inner,
              "patch",
              "configmap",
              "holds",
              "--type=merge",
              "-p",
              "{\"metadata\":{\"finalizers\":[]}}"));
      world.await("kustomization/app", "condition=Ready", 90);
      assertThat(
              require(
                  cluster.kubectl(
                      "-n", inner, "get", "configmap", "one", "-o", "jsonpath={.data.value}")))
          .isEqualTo("x");
    }
  }
}
