package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.deployment;
import static dev.levada.checks.endtoend.World.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.git.Edit;
import dev.levada.testbed.git.Fault;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What users get wrong, and what goes wrong around the engine: each ends in the right condition
/// with a message that names the object and says what to do, nothing is lost, and the next good
/// commit mends it.
@OnCluster
final class FaultTest {

  /// A commit that cannot be deployed.
  ///
  /// @param what what is wrong with it
  /// @param files what it changes
  /// @param reason the reason in the condition
  /// @param words what the message must say
  record BadCommit(String what, Map<String, String> files, String reason, List<String> words) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<BadCommit> badCommits() {
    return List.of(
        new BadCommit(
            "YAML that does not parse",
            files("app/bad.yaml", "apiVersion: v1\nkind: [ConfigMap\n"),
            "BuildFailed",
            List.of("bad.yaml")),
        new BadCommit(
            "a patch without a target",
            files(
                "app/kustomization.yaml",
                "resources: [one.yaml]\npatches:\n- patch: |\n    apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: other\n"),
            "BuildFailed",
            List.of("other")),
        new BadCommit(
            "a kind that nobody defines",
            files(
                "app/odd.yaml", "apiVersion: example.org/v1\nkind: Odd\nmetadata:\n  name: odd\n"),
            "ReconciliationFailed",
            List.of("Odd", "odd", "CustomResourceDefinition")),
        new BadCommit(
            "an object that the API server finds invalid",
            files(
                "app/bad.yaml",
                "apiVersion: v1\nkind: Service\nmetadata:\n  name: bad\nspec:\n  ports:\n  - port: 99999\n"),
            "ReconciliationFailed",
            List.of("Service", "bad", "99999")),
        new BadCommit(
            "a field that cannot be changed",
            files("app/web.yaml", deployment("web", "1.0.0").replace("app: web", "app: changed")),
            "ReconciliationFailed",
            List.of("Deployment", "web", "immutable", "spec.force")));
  }

  @ParameterizedTest
  @MethodSource("badCommits")
  void aBadCommitIsReportedAndTheNextGoodOneMendsIt(
      BadCommit bad, ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      var good =
          files(
              "app/one.yaml", configMap("one", "good"), "app/web.yaml", deployment("web", "1.0.0"));
      String first = world.repository.commit(good);
      world.deploy("./app");
      world.awaitApplied(first);
      world.commitAndFetch(bad.files());
      String message = world.awaitNotReady("kustomization/app", bad.reason());
      assertThat(message).contains(bad.words());
      assertThat(
              world.get(
                  "kustomization/app", "{.status.conditions[?(@.type==\"Reconciling\")].reason}"))
          .isEqualTo("ProgressingWithRetry");
      assertThat(world.get("kustomization/app", "{.status.lastAppliedRevision}"))
          .isEqualTo("main@sha1:" + first);
      assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("good");
      var edits =
          bad.files().keySet().stream()
              .filter(path -> !good.containsKey(path))
              .map(path -> (Edit) new Edit.Removal(path));
      Stream<Edit> restored =
          good.entrySet().stream().map(entry -> Edit.File.text(entry.getKey(), entry.getValue()));
      String mended =
          world.repository.commit("main", "mend it", Stream.concat(edits, restored).toList());
      world.fetchNow();
      world.awaitApplied(mended);
    }
  }

  @Test
  void aPathThatDoesNotExistIsNamed(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.deploy("./nowhere");
      world.await(
          "kustomization/app", "jsonpath={.status.lastAttemptedRevision}=main@sha1:" + commit, 60);
      assertThat(world.awaitNotReady("kustomization/app", "ArtifactFailed")).contains("nowhere");
    }
  }

  @Test
  void aCrashingWorkloadFailsTheHealthCheckByName(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit(
          files(
              "app/web.yaml",
              deployment("web", "crash")
                  .replace("replicas: 1", "replicas: 1\n  progressDeadlineSeconds: 3")));
      world.deploy("./app", "wait: true", "timeout: 30s");
      assertThat(world.awaitNotReady("kustomization/app", "HealthCheckFailed"))
          .contains("Deployment/" + namespace.name() + "/web");
      assertThat(
              world.get("kustomization/app", "{.status.conditions[?(@.type==\"Healthy\")].status}"))
          .isEqualTo("False");
    }
  }

  @Test
  void aGitServerInTroubleIsReportedAndTheClusterKept(
      ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String first = world.repository.commit(files("app/one.yaml", configMap("one", "good")));
      world.deploy("./app");
      world.awaitApplied(first);
      for (Fault fault :
          List.of(new Fault.Down(), new Fault.Status(500), new Fault.Garbage(), new Fault.Slow())) {
        world.git.fault(fault);
        world.fetchNow();
        assertThat(world.awaitNotReady("gitrepository/app", "GitOperationFailed"))
            .as(fault.toString())
            .contains("app.git");
        assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("good");
        assertThat(world.get("gitrepository/app", "{.status.artifact.revision}"))
            .isEqualTo("main@sha1:" + first);
        world.git.fault(new Fault.None());
        world.fetchNow();
        world.await("gitrepository/app", "condition=Ready", 60);
      }
      world.awaitApplied(world.commitAndFetch(files("app/one.yaml", configMap("one", "better"))));
    }
  }

  @Test
  void anApiServerThatRestartsLosesNothing(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.awaitApplied(deployedFirst(world));
      cluster.stopApiServer();
      String second = world.repository.commit(files("app/one.yaml", configMap("one", "second")));
      cluster.startApiServer();
      world.fetchNow();
      world.awaitApplied(second);
      assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("second");
      namespace.kubectl("delete", "configmap", "one");
      world.await("configmap/one", "create", 60);
    }
  }

  private static String deployedFirst(World world) {
    String first = world.repository.commit(files("app/one.yaml", configMap("one", "first")));
    world.deploy("./app");
    return first;
  }
}
