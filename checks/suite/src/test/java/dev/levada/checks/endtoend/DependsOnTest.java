package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static dev.levada.checks.endtoend.World.kustomization;
import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import org.junit.jupiter.api.Test;

/// Kustomizations that depend on each other: what can never be ready is told at once, and what
/// depends goes first when both go.
@OnCluster
final class DependsOnTest {

  private static String dependent(String name, String namespace, String dependsOn) {
    return kustomization(name, namespace, "dependsOn: [" + dependsOn + "]");
  }

  @Test
  void aCircleIsToldAtOnceAndOpeningItMendsIt(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit =
          world.repository.commit(
              files("a/a.yaml", configMap("a", "x"), "b/b.yaml", configMap("b", "x")));
      world.source();
      world.apply(
          dependent("a", namespace.name(), "{name: b}")
              + dependent("b", namespace.name(), "{name: a}"));
      world.await("kustomization/a", "condition=Stalled", 60);
      String name = namespace.name();
      assertThat(world.message("kustomization/a"))
          .contains("%1$s/a -> %1$s/b -> %1$s/a".formatted(name), "take one of these");
      world.apply(dependent("b", name, ""));
      world.awaitAllApplied(commit, 2, 60);
    }
  }

  @Test
  void whatDependsGoesFirst(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit =
          world.repository.commit(
              files(
                  "base/base.yaml",
                  configMap("base", "x"),
                  "web/web.yaml",
                  configMap("web", "x")
                      .replace("  name: web", "  name: web\n  finalizers: [example.org/slow]")));
      world.source();
      world.apply(
          dependent("base", namespace.name(), "")
              + dependent("web", namespace.name(), "{name: base}")
                  .replace("prune: true", "prune: true\n  deletionPolicy: WaitForTermination"));
      world.awaitAllApplied(commit, 2, 60);
      require(namespace.kubectl("delete", "kustomization", "base", "web", "--wait=false"));
      world.await("configmap/web", "jsonpath={.metadata.deletionTimestamp}", 60);
      assertThat(world.awaitMessage("kustomization/base", "its dependants are deleted first"))
          .contains(namespace.name() + "/web");
      assertThat(world.get("configmap/base", "{.data.value}")).isEqualTo("x");
      require(
          namespace.kubectl(
              "patch",
              "configmap",
              "web",
              "--type=merge",
              "-p",
              "{\"metadata\":{\"finalizers\":[]}}"));
      world.await("kustomization/base", "delete", 60);
      world.assertGone("configmap/base");
    }
  }
}
