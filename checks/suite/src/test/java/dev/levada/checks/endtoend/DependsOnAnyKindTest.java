package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import org.junit.jupiter.api.Test;

/// Kustomizations that depend on objects of other kinds. The interval is an hour and so is what the
/// engine waits before it looks again by itself: whatever goes on within the minute was woken.
@OnCluster
final class DependsOnAnyKindTest {

  private static final String NO_LOOKING = "--requeue-dependency=1h";

  private static String app(String dependsOn) {
    return "dependsOn: [" + dependsOn + "]";
  }

  private static String gate(TestNamespace namespace, String more) {
    return app(
        "{apiVersion: v1, kind: ConfigMap, name: gate, namespace: "
            + namespace.name()
            + more
            + "}");
  }

  @Test
  void whatIsMissingIsToldAndItsComingWakes(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace, NO_LOOKING)) {
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.deploy("./app", gate(namespace, ""));
      assertThat(world.awaitMessage("kustomization/app", "' not found"))
          .contains("dependency 'ConfigMap/" + namespace.name() + "/gate'", "Create it");
      world.assertGone("configmap/one");
      world.apply(configMap("gate", "closed"));
      world.awaitApplied(commit);
    }
  }

  @Test
  void wordsOfTheUsersOwnAreAskedAtEachChange(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace, NO_LOOKING)) {
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "open")));
      world.apply(configMap("gate", "closed"));
      world.deploy("./app", gate(namespace, ", readyExpr: \"dep.data.value ==\""));
      assertThat(world.awaitNotReady("kustomization/app", "InvalidCELExpression")).isNotEmpty();
      world.await("kustomization/app", "condition=Stalled", 30);
      world.deploy(
          "./app",
          gate(namespace, ", readyExpr: \"dep.data.value == self.metadata.annotations.wanted\""));
      world.awaitMessage("kustomization/app", "key 'wanted' is not present");
      require(namespace.kubectl("annotate", "kustomization", "app", "wanted=open"));
      world.apply(configMap("gate", "ajar"));
      world.awaitMessage("kustomization/app", "is not ready according to readyExpr eval");
      world.apply(configMap("gate", "open"));
      world.awaitApplied(commit);
    }
  }

  @Test
  void aKindThatIsDefinedLaterWakesToo(ControlPlane cluster, TestNamespace namespace) {
    String group = namespace.name() + ".example.org";
    try (World world = World.open(cluster, namespace, NO_LOOKING)) {
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.deploy(
          "./app",
          app(
              "{apiVersion: %1$s/v1, kind: Dial, name: a, namespace: %2$s}"
                  .formatted(group, namespace.name())));
      assertThat(world.awaitNotReady("kustomization/app", "DependencyNotReady"))
          .contains("the cluster does not serve Dial in " + group + "/v1");
      require(cluster.kubectlReading(definition(group), "apply", "-f", "-"));
      world.awaitMessage("kustomization/app", "dependency 'Dial/" + namespace.name() + "/a' not");
      String dial =
          "apiVersion: %s/v1\nkind: Dial\nmetadata: {name: a}\nstatus: {conditions: [{type: Ready, status: '%s'}]}\n";
      world.apply(dial.formatted(group, "False"));
      world.awaitMessage("kustomization/app", "is not ready: InProgress");
      world.assertGone("configmap/one");
      world.apply(dial.formatted(group, "True"));
      world.awaitApplied(commit);
    } finally {
      cluster.kubectl("delete", "crd", "dials." + group, "--wait=false");
    }
  }

  private static String definition(String group) {
    return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: dials.%1$s}
    spec:
      group: %1$s
      scope: Namespaced
      names: {kind: Dial, plural: dials}
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
    """
        .formatted(group);
  }

  @Test
  void aTenantLooksAsItsOwnAccount(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace, NO_LOOKING)) {
      world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.apply(configMap("gate", "open"));
      world.apply("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: tenant}\n");
      world.deploy("./app", gate(namespace, "") + "\nserviceAccountName: tenant");
      assertThat(world.awaitMessage("kustomization/app", "' cannot be read"))
          .contains(
              "dependency 'ConfigMap/" + namespace.name() + "/gate'",
              "cannot list resource \"configmaps\"",
              "Allow verb list on configmaps",
              "ServiceAccount " + namespace.name() + "/tenant");
    }
  }

  @Test
  void whatCanNeverBeSatisfiedStallsAtOnce(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace, NO_LOOKING, "--no-cross-namespace-refs")) {
      String commit = world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.deploy(
          "./app", app("{kind: Deployment, name: a, namespace: " + namespace.name() + "}"));
      assertThat(world.awaitNotReady("kustomization/app", "DependencyNotReady"))
          .contains("'Deployment/" + namespace.name() + "/a' names no apiVersion");
      world.await("kustomization/app", "condition=Stalled", 30);
      world.deploy("./app", app("{apiVersion: v1, kind: ConfigMap, name: a}"));
      world.awaitMessage("kustomization/app", "'ConfigMap/a' names no namespace");
      world.deploy("./app", app("{apiVersion: v1, kind: Namespace, name: a, namespace: b}"));
      assertThat(world.awaitNotReady("kustomization/app", "AccessDenied"))
          .contains("can't access 'Namespace/b/a'");
      world.deploy("./app", app("{apiVersion: v1, kind: Namespace, name: kube-system}"));
      world.awaitApplied(commit);
    }
  }

  @Test
  void aCircleOverAnotherKindIsTold(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace, NO_LOOKING)) {
      world.repository.commit(files("app/one.yaml", configMap("one", "x")));
      world.apply(
          """
          apiVersion: helm.toolkit.fluxcd.io/v2
          kind: HelmRelease
          metadata: {name: release, labels: {kustomize.toolkit.fluxcd.io/name: app, kustomize.toolkit.fluxcd.io/namespace: %s}}
          spec: {interval: 1h, chart: {spec: {chart: web, sourceRef: {kind: HelmRepository, name: web}}}}
          """
              .formatted(namespace.name()));
      world.deploy(
          "./app",
          app(
              "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, name: release, namespace: "
                  + namespace.name()
                  + "}"));
      world.await("kustomization/app", "condition=Stalled", 60);
      assertThat(world.message("kustomization/app"))
          .contains("%1$s/app -> HelmRelease/%1$s/release -> %1$s/app".formatted(namespace.name()));
    }
  }
}
