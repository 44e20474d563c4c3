package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.deployment;
import static dev.levada.checks.endtoend.World.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.git.Edit;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A commit reaches a real cluster, and the cluster is kept as the commit says.
@OnCluster
final class CommitTest {

  @Test
  void aCommitIsAppliedChangedAndPruned(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String first =
          world.repository.commit(
              files(
                  "app/web.yaml", deployment("web", "1.0.0"),
                  "app/one.yaml", configMap("one", "first"),
                  "app/two.yaml", configMap("two", "first")));
      world.deploy("./app", "wait: true");
      world.awaitApplied(first);
      assertThat(world.get("deployment/web", World.AVAILABLE)).isEqualTo("True");
      assertThat(world.get("gitrepository/app", "{.status.artifact.revision}"))
          .isEqualTo("main@sha1:" + first);
      assertThat(world.message("gitrepository/app"))
          .isEqualTo("stored artifact for revision 'main@sha1:" + first + "'");
      assertThat(world.message("kustomization/app"))
          .isEqualTo("Applied revision: main@sha1:" + first);
      assertThat(world.get("kustomization/app", "{.status.inventory.entries[*].id}"))
          .contains(
              namespace.name() + "_web_apps_Deployment", namespace.name() + "_one__ConfigMap");
      assertThat(world.get("configmap/one", "{.metadata.labels}"))
          .contains("\"kustomize.toolkit.fluxcd.io/name\":\"app\"");

      String second =
          world.repository.commit(
              "main",
              "change one, drop two",
              List.of(
                  Edit.File.text("app/one.yaml", configMap("one", "second")),
                  new Edit.Removal("app/two.yaml")));
      world.fetchNow();
      world.awaitApplied(second);
      assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("second");
      world.assertGone("configmap/two");
      assertThat(world.get("kustomization/app", "{.status.inventory.entries[*].id}"))
          .doesNotContain("_two_");
    }
  }

  @Test
  void driftAndDeletionByHandAreCorrected(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit =
          world.repository.commit(
              files(
                  "app/one.yaml",
                  configMap("one", "ours"),
                  "app/web.yaml",
                  deployment("web", "1.0.0")));
      world.deploy("./app", "wait: true");
      world.awaitApplied(commit);
      namespace.kubectl(
          "patch", "configmap", "one", "--type=merge", "-p", "{\"data\":{\"value\":\"theirs\"}}");
      world.await("configmap/one", "jsonpath={.data.value}=ours", 60);
      namespace.kubectl("delete", "deployment", "web");
      world.await("deployment/web", "create", 60);
      world.await("deployment/web", "condition=Available", 60);
    }
  }

  @Test
  void aDeletedKustomizationTakesItsObjectsAlong(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.deploy("./app");
      world.awaitApplied(commit);
      namespace.kubectl("delete", "kustomization", "app", "--timeout=60s");
      world.assertGone("configmap/one");
      world.assertGone("kustomization/app");
    }
  }

  @Test
  void aDependantWaitsForItsDependencyAndGoesOnAtOnce(
      ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String commit =
          world.repository.commit(
              files(
                  "app/one.yaml",
                  configMap("one", "x"),
                  "late/web.yaml",
                  deployment("late", "never-ready")));
      world.deploy("./app", "dependsOn:", "  - name: late");
      world.apply(
          """
          apiVersion: kustomize.toolkit.fluxcd.io/v1
          kind: Kustomization
          metadata:
            name: late
          spec:
            interval: 1h
            retryInterval: 2s
            prune: true
            wait: true
            path: ./late
            targetNamespace: %s
            sourceRef:
              kind: GitRepository
              name: app
          """
              .formatted(namespace.name()));
      String message = world.awaitNotReady("kustomization/app", "DependencyNotReady");
      assertThat(message).contains(namespace.name() + "/late");
      world.assertGone("configmap/one");
      String mended = world.commitAndFetch(files("late/web.yaml", deployment("late", "1.0.0")));
      assertThat(mended).isNotEqualTo(commit);
      world.awaitApplied(mended);
      assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("x");
    }
  }
}
