package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import org.junit.jupiter.api.Test;

/// A kustomization whose base lies in another place: here another branch of the repository.
@OnCluster
final class RemoteBaseTest {

  @Test
  void aChangeOfTheBaseArrivesThoughTheSourceIsTheSame(
      ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit = overlayOnBranch(world);
      world.deploy("./app");
      world.awaitApplied(commit);
      assertThat(world.get("configmap/shared", "{.data.value}")).isEqualTo("one");

      base(world, "two");
      require(
          namespace.kubectl(
              "annotate", "kustomization", "app", "reconcile.fluxcd.io/requestedAt=now"));

      world.await("configmap/shared", "jsonpath={.data.value}=two", 60);
    }
  }

  @Test
  void itIsRefusedWhereThatIsSwitchedOff(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace, "--no-remote-bases")) {
      overlayOnBranch(world);
      world.deploy("./app");
      assertThat(world.awaitNotReady("kustomization/app", "BuildFailed"))
          .contains("remote bases are switched off");
    }
  }

  private static String overlayOnBranch(World world) {
    String commit =
        world.repository.commit(
            files(
                "app/kustomization.yaml",
                "resources: ['" + world.git.url("app.git") + "//base?ref=shared']\n"));
    base(world, "one");
    return commit;
  }

  private static void base(World world, String value) {
    world.repository.commit(
        "shared",
        files(
            "base/kustomization.yaml",
            "resources: [shared.yaml]\n",
            "base/shared.yaml",
            configMap("shared", value)));
  }
}
