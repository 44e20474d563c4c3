package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.Settings;
import dev.levada.testbed.kubernetes.TestNamespace;
import org.junit.jupiter.api.Test;

/// Kustomizations in one cluster whose objects go to another.
@OnCluster
final class RemoteClusterTest {

  private static final Settings SMALL =
      Settings.standard()
          .without(Settings.Part.CONTROLLER_MANAGER, Settings.Part.SCHEDULER, Settings.Part.KWOK);

  @Test
  void objectsGoToTheClusterOfTheKubeconfig(ControlPlane cluster, TestNamespace namespace) {
    try (ControlPlane remote = ControlPlane.start(SMALL);
        World world = World.open(cluster, namespace)) {
      String first =
          world.repository.commit(
              files(
                  "app/namespace.yaml",
                  "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: " + namespace.name() + "\n",
                  "app/one.yaml",
                  configMap("one", "far"),
                  "app/two.yaml",
                  configMap("two", "far")));
      world.deploy("./app", "wait: true", "kubeConfig: {secretRef: {name: far}}");
      assertThat(world.awaitNotReady("kustomization/app", "ReconciliationFailed"))
          .contains("Secret '" + namespace.name() + "/far': not found");
      require(
          namespace.kubectl(
              "create", "secret", "generic", "far", "--from-file=value=" + remote.kubeconfig()));
      world.awaitApplied(first);
      assertThat(value(remote, namespace, "one")).isEqualTo("far");
      world.assertGone("configmap/one");
      require(
          remote.kubectl(
              "-n",
              namespace.name(),
              "patch",
              "configmap",
              "one",
              "--type=merge",
              "-p",
              "{\"data\":{\"value\":\"by hand\"}}"));
      require(
          remote.kubectl(
              "-n",
              namespace.name(),
              "wait",
              "configmap/one",
              "--for=jsonpath={.data.value}=far",
              "--timeout=30s"));
      world.awaitApplied(
          world.commitAndRemove(
              "app/two.yaml", files("app/one.yaml", configMap("one", "further"))));
      assertThat(value(remote, namespace, "one")).isEqualTo("further");
      assertThat(value(remote, namespace, "two")).isEmpty();
      require(namespace.kubectl("delete", "kustomization", "app", "--timeout=60s"));
      assertThat(value(remote, namespace, "one")).isEmpty();
    }
  }

  @Test
  void aConfigMapAndAServiceAccountOpenACluster(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.apply(
          """
          apiVersion: v1
          kind: ServiceAccount
          metadata: {name: opener}
          ---
          apiVersion: rbac.authorization.k8s.io/v1
          kind: RoleBinding
          metadata: {name: opener}
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin}
          subjects: [{kind: ServiceAccount, name: opener}]
          """);
      require(
          namespace.kubectl(
              "create",
              "configmap",
              "far",
              "--from-literal=provider=generic",
              "--from-literal=address=" + cluster.server(),
              "--from-literal=ca.crt=" + cluster.authority(),
              "--from-literal=audiences=https://kubernetes.default.svc",
              "--from-literal=serviceAccountName=opener"));
      String first = world.repository.commit(files("app/one.yaml", configMap("one", "far")));
      world.deploy("./app", "wait: true", "kubeConfig: {configMapRef: {name: far}}");
      world.awaitApplied(first);
      assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("far");
      String second = world.commitAndFetch(files("app/one.yaml", configMap("one", "further")));
      world.awaitApplied(second);
    }
  }

  private static String value(ControlPlane remote, TestNamespace namespace, String name) {
    return remote
        .kubectl(
            "-n",
            namespace.name(),
            "get",
            "configmap",
            name,
            "--ignore-not-found",
            "-o",
            "jsonpath={.data.value}")
        .stdout();
  }
}
