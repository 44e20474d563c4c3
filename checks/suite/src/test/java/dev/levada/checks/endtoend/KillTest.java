package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.deployment;
import static dev.levada.checks.endtoend.World.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.git.Edit;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The engine is killed at the worst moments. Started again it goes on, and nothing is lost.
@OnCluster
final class KillTest {

  private static final int MANY = 150;

  @Test
  void killedDuringAnApplyItFinishesAndStillKnowsWhatToPrune(
      ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit("main", "many", many("first"));
      world.deploy("./app");
      world.await("configmap/many-100", "create", 60);
      world.killEngine();
      // While it is dead, half of what it had begun to apply leaves the source.
      var edits = new ArrayList<Edit>();
      for (int i = 0; i < MANY; i += 2) {
        edits.add(new Edit.Removal("app/many-" + i + ".yaml"));
      }
      String second = world.repository.commit("main", "fewer", edits);
      world.restartEngine();
      world.awaitApplied(second);
      assertThat(count(namespace)).isEqualTo(MANY / 2);
    }
  }

  @Test
  void killedDuringAPruneItPrunesTheRest(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit("main", "many", many("first"));
      world.deploy("./app");
      world.await("kustomization/app", "condition=Ready", 90);
      var edits = new ArrayList<Edit>();
      for (int i = 1; i < MANY; i++) {
        edits.add(new Edit.Removal("app/many-" + i + ".yaml"));
      }
      String second = world.repository.commit("main", "one is left", edits);
      world.fetchNow();
      world.await("configmap/many-149", "delete", 60);
      world.killEngine();
      world.restartEngine();
      world.awaitApplied(second);
      assertThat(count(namespace)).isEqualTo(1);
    }
  }

  @Test
  void killedDuringAWaitItWaitsAgain(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit(files("app/web.yaml", deployment("web", "never-ready")));
      world.deploy("./app", "wait: true", "timeout: 5m");
      world.await(
          "kustomization/app",
          "jsonpath={.status.conditions[?(@.type==\"Reconciling\")].status}=True",
          60);
      world.await("deployment/web", "create", 60);
      world.killEngine();
      String second = world.repository.commit(files("app/web.yaml", deployment("web", "1.0.0")));
      world.restartEngine();
      world.awaitApplied(second);
      assertThat(world.get("deployment/web", World.AVAILABLE)).isEqualTo("True");
    }
  }

  @Test
  void restartedWithNothingToDoItChangesNothing(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.awaitApplied(first(world));
      String version = world.get("configmap/one", "{.metadata.resourceVersion}");
      String status = world.get("kustomization/app", "{.metadata.resourceVersion}");
      world.killEngine();
      world.restartEngine();
      String second = world.commitAndFetch(files("other/two.yaml", configMap("two", "x")));
      world.awaitApplied(second);
      assertThat(world.get("configmap/one", "{.metadata.resourceVersion}")).isEqualTo(version);
      assertThat(world.get("kustomization/app", "{.metadata.resourceVersion}"))
          .isNotEqualTo(status);
    }
  }

  @Test
  void toldToStopItEndsInSeconds(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit(files("app/web.yaml", deployment("web", "never-ready")));
      world.deploy("./app", "wait: true", "timeout: 5m");
      world.await("deployment/web", "create", 60);
      assertThat(world.engine().stop())
          .as("seconds from SIGTERM to the end of the process")
          .isLessThan(10);
    }
  }

  private static String first(World world) {
    String commit = world.repository.commit(files("app/one.yaml", configMap("one", "first")));
    world.deploy("./app");
    return commit;
  }

  private static List<Edit> many(String value) {
    var edits = new ArrayList<Edit>();
    for (int i = 0; i < MANY; i++) {
      edits.add(Edit.File.text("app/many-" + i + ".yaml", configMap("many-" + i, value)));
    }
    return edits;
  }

  private static int count(TestNamespace namespace) {
    String names =
        namespace
            .kubectl(
                "get", "configmaps", "-l", "kustomize.toolkit.fluxcd.io/name=app", "-o", "name")
            .stdout();
    return names.isBlank() ? 0 : names.strip().split("\n", -1).length;
  }
}
