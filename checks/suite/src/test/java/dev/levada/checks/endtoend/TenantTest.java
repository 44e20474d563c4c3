package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import org.junit.jupiter.api.Test;

/// A tenant's Kustomization acts as the tenant's service account: it can do what that may do, and
/// whatever it may not is told with the verb, the resource and the account.
@OnCluster
final class TenantTest {

  private static final String ROLE =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: tenant
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: tenant
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: [get, create, patch, delete]
      """;
  private static final String BINDING =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: tenant
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: tenant
      subjects:
        - kind: ServiceAccount
          name: tenant
      """;

  @Test
  void aMissingRightIsToldAndGrantingItMendsIt(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.apply(ROLE);
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "mine")));
      world.deploy("./app", "serviceAccountName: tenant");
      assertThat(world.awaitNotReady("kustomization/app", "ReconciliationFailed"))
          .contains(
              "ConfigMap/" + namespace.name() + "/one",
              "cannot patch resource \"configmaps\"",
              "Allow verb patch on configmaps of the core group in a role in namespace "
                  + namespace.name(),
              "ServiceAccount " + namespace.name() + "/tenant");
      world.apply(BINDING);
      world.awaitApplied(commit);
      assertThat(world.get("configmap/one", "{.data.value}")).isEqualTo("mine");
    }
  }

  @Test
  void aTenantCannotReachIntoAnothersNamespace(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace, "--default-service-account=tenant");
        TestNamespace other = cluster.createNamespace()) {
      world.apply(ROLE);
      world.apply(BINDING);
      other.kubectlReading(configMap("theirs", "untouched"), "apply", "-f", "-");
      String first = world.repository.commit(files("app/one.yaml", configMap("one", "mine")));
      world.deploy("./app");
      world.awaitApplied(first);
      world.commitAndFetch(
          files(
              "app/kustomization.yaml",
              "resources: [one.yaml, theirs.yaml]\n",
              "app/theirs.yaml",
              configMap("theirs", "taken"),
              "other/kustomization.yaml",
              "namespace: " + other.name() + "\nresources: [theirs.yaml]\n",
              "other/theirs.yaml",
              configMap("theirs", "taken")));
      world.patch(
          "kustomization/app",
          "{\"spec\":{\"path\":\"./other\",\"targetNamespace\":\"" + other.name() + "\"}}");
      assertThat(world.awaitNotReady("kustomization/app", "ReconciliationFailed"))
          .contains("ConfigMap/" + other.name() + "/theirs", "forbidden");
      assertThat(
              other.kubectl("get", "configmap", "theirs", "-o", "jsonpath={.data.value}").stdout())
          .isEqualTo("untouched");
      assertThat(world.get("configmap/one", "{.data.value}"))
          .as("what was applied before stays while the next revision fails")
          .isEqualTo("mine");
    }
  }

  @Test
  void aKustomizationWhoseAccountIsGoneCanStillBeDeleted(
      ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.apply(ROLE);
      world.apply(BINDING);
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "mine")));
      world.deploy("./app", "serviceAccountName: tenant");
      world.awaitApplied(commit);
      require(namespace.kubectl("delete", "serviceaccount", "tenant"));
      require(namespace.kubectl("delete", "kustomization", "app", "--timeout=60s"));
      assertThat(world.get("configmap/one", "{.data.value}")).as("left behind").isEqualTo("mine");
      world.awaitEvent("ServiceAccount/" + namespace.name() + "/tenant does not exist");
    }
  }
}
