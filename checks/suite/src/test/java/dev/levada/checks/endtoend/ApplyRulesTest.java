package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.deployment;
import static dev.levada.checks.endtoend.World.files;
import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What users may rely on when objects are applied: order, hints, whole stages, and a drift that is
/// put right at once.
@OnCluster
final class ApplyRulesTest {

  private static final String FORCED =
      """
      metadata:
        name: web
        annotations: {kustomize.toolkit.fluxcd.io/force: Enabled}
      """;

  @Test
  void aDefinitionAndItsObjectsComeInOneKustomization(
      ControlPlane cluster, TestNamespace namespace) {
    String group = namespace.name() + ".example.org";
    try (World world = World.open(cluster, namespace)) {
      String commit =
          world.repository.commit(
              files(
                  "app/definition.yaml",
                  """
                  apiVersion: apiextensions.k8s.io/v1
                  kind: CustomResourceDefinition
                  metadata:
                    name: orders.%1$s
                  spec:
                    group: %1$s
                    scope: Namespaced
                    names: {kind: Order, plural: orders}
                    versions:
                      - name: v1
                        served: true
                        storage: true
                        schema: {openAPIV3Schema: {type: object, properties: {spec: %2$s}}}
                  """
                      .formatted(
                          group, "{type: object, x-kubernetes-preserve-unknown-fields: true}"),
                  "app/order.yaml",
                  "apiVersion: %s/v1\nkind: Order\nmetadata: {name: first}\nspec: {size: 3}\n"
                      .formatted(group),
                  "app/hook.yaml",
                  """
                  apiVersion: admissionregistration.k8s.io/v1
                  kind: ValidatingWebhookConfiguration
                  metadata: {name: hook-%1$s}
                  webhooks:
                    - name: orders.%2$s
                      admissionReviewVersions: [v1]
                      sideEffects: None
                      failurePolicy: Fail
                      clientConfig: {service: {name: nobody, namespace: %1$s}}
                      rules:
                        - {apiGroups: [%2$s], apiVersions: [v1], operations: [CREATE], resources: [orders]}
                  """
                      .formatted(namespace.name(), group)));
      world.deploy("./app", "wait: true");
      world.awaitApplied(commit);
      assertThat(world.get("orders." + group + "/first", "{.spec.size}")).isEqualTo("3");
      require(namespace.kubectl("delete", "kustomization", "app", "--timeout=90s"));
      assertThat(
              cluster
                  .kubectl(
                      "get", "validatingwebhookconfiguration", "--ignore-not-found", "-o", "name")
                  .stdout())
          .doesNotContain("hook-" + namespace.name());
    }
  }

  @Test
  void hintsOnObjectsAreObeyed(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      require(namespace.kubectl("create", "configmap", "once", "--from-literal=value=theirs"));
      String first =
          world.repository.commit(
              files(
                  "app/web.yaml",
                  deployment("web", "1.0.0").replace("metadata:\n  name: web\n", FORCED),
                  "app/once.yaml",
                  hinted("once", "ours", "ssa", "IfNotPresent"),
                  "app/off.yaml",
                  hinted("off", "ours", "reconcile", "disabled"),
                  "app/kept.yaml",
                  hinted("kept", "ours", "prune", "disabled")));
      world.deploy("./app", "wait: true");
      world.awaitApplied(first);
      assertThat(world.get("configmap/once", "{.data.value}")).isEqualTo("theirs");
      world.assertGone("configmap/off");
      String uid = world.get("deployment/web", "{.metadata.uid}");
      String second =
          world.commitAndRemove(
              "app/kept.yaml",
              files(
                  "app/web.yaml",
                  deployment("web", "1.0.0")
                      .replace("app: web", "app: changed")
                      .replace("metadata:\n  name: web\n", FORCED)));
      world.awaitApplied(second);
      assertThat(world.get("deployment/web", "{.metadata.uid}"))
          .as("a field that cannot be changed makes the object anew where that is allowed")
          .isNotEqualTo(uid);
      assertThat(world.get("configmap/kept", "{.data.value}")).isEqualTo("ours");
    }
  }

  private static String hinted(String name, String value, String key, String hint) {
    String annotations = "{kustomize.toolkit.fluxcd.io/%s: %s}".formatted(key, hint);
    return configMap(name, value)
        .replace("metadata:\n", "metadata:\n  annotations: " + annotations + "\n");
  }

  @Test
  void allRefusalsAreToldAtOnceAndIndependentObjectsGoOn(
      ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String bad =
          "apiVersion: v1\nkind: Service\nmetadata: {name: %s}\nspec: {ports: [{port: %d}]}\n";
      String commit =
          world.repository.commit(
              files(
                  "app/one.yaml",
                  configMap("one", "good"),
                  "app/bad.yaml",
                  bad.formatted("bad", 99_999),
                  "app/worse.yaml",
                  bad.formatted("worse", 88_888),
                  "app/ingress.yaml",
                  """
                  apiVersion: networking.k8s.io/v1
                  kind: Ingress
                  metadata: {name: web}
                  spec: {defaultBackend: {service: {name: bad, port: {number: 80}}}}
                  """));
      world.deploy("./app");
      assertThat(world.awaitNotReady("kustomization/app", "ReconciliationFailed"))
          .contains(
              "Service/" + namespace.name() + "/bad", "Service/" + namespace.name() + "/worse");
      world.assertGone("configmap/one");
      require(
          namespace.kubectl("annotate", "kustomization", "app", "levada.dev/apply=independent"));
      world.await("configmap/one", "create", 60);
      world.await(
          "kustomization/app", "jsonpath={.status.lastAttemptedRevision}=main@sha1:" + commit, 60);
      assertThat(world.awaitMessage("kustomization/app", "1 of 4 applied"))
          .contains(
              "blocked: ",
              "Service/" + namespace.name() + "/bad",
              "Ingress/"
                  + namespace.name()
                  + "/web (it needs Service/"
                  + namespace.name()
                  + "/bad");
      world.assertGone("ingress/web");
    }
  }

  @Test
  void driftIsPutRightAtOnceAndToldWithItsAuthor(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.awaitApplied(first(world));
      patchAsJane(namespace, "hers");
      world.await("configmap/one", "jsonpath={.data.value}=first", 60);
      world.awaitEvent(
          "ConfigMap/"
              + namespace.name()
              + "/one changed by jane: /data/value: \"hers\" -> \"first\"");
      for (int i = 0; i < 3; i++) {
        patchAsJane(namespace, "hers " + i);
        world.await("configmap/one", "jsonpath={.data.value}=first", 60);
      }
      world.awaitEvent("/data/value was changed 3 times");
      world.awaitApplied(world.commitAndFetch(files("app/one.yaml", configMap("one", "second"))));
    }
  }

  @Test
  void fieldsOfOthersAreLeftAloneUntilTheyAreNoMore(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      String first = world.repository.commit(files("app/web.yaml", deployment("web", "1.0.0")));
      String ignore =
          "ignore: [{paths: [/spec/replicas], target: {kind: Deploy.*, labelSelector: '!legacy'}}]";
      world.deploy("./app", ignore);
      world.awaitApplied(first);
      require(namespace.kubectl("scale", "deployment", "web", "--replicas=3"));
      String second = world.commitAndFetch(files("app/web.yaml", deployment("web", "2.0.0")));
      world.awaitApplied(second);
      assertThat(world.get("deployment/web", "{.spec.replicas} {..containers[0].image}"))
          .isEqualTo("3 example.org/web:2.0.0");
      require(namespace.kubectl("scale", "deployment", "web", "--replicas=4"));
      world.patch("kustomization/app", "{\"spec\":{\"ignore\":null}}");
      world.await("deployment/web", "jsonpath={.spec.replicas}=1", 60);
      world.deploy("./app", "ignore: [{paths: [spec.replicas]}]");
      assertThat(world.awaitMessage("kustomization/app", "spec.ignore"))
          .isEqualTo(
              "spec.ignore[].paths cannot be read: 'spec.replicas' does not begin with '/'."
                  + " Write JSON pointers, such as /spec/replicas");
    }
  }

  private static void patchAsJane(TestNamespace namespace, String value) {
    require(
        namespace.kubectl(
            "patch",
            "configmap",
            "one",
            "--field-manager=jane",
            "--type=merge",
            "-p",
            "{\"data\":{\"value\":\"" + value + "\"}}"));
  }

  private static String first(World world) {
    String first = world.repository.commit(files("app/one.yaml", configMap("one", "first")));
    world.deploy("./app");
    return first;
  }

  @Test
  void fifteenHundredObjectsInOneKustomization(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      Map<String, String> many = new LinkedHashMap<>();
      for (int i = 0; i < 1_500; i++) {
        many.put("app/c" + i + ".yaml", configMap("c" + i, "v1"));
      }
      String commit = world.repository.commit(many);
      world.deploy("./app", "wait: true");
      world.await(
          "kustomization/app", "jsonpath={.status.lastAppliedRevision}=main@sha1:" + commit, 180);
      String changed = world.commitAndFetch(files("app/c7.yaml", configMap("c7", "v2")));
      world.awaitApplied(changed);
      assertThat(world.get("configmap/c7", "{.data.value}")).isEqualTo("v2");
      String gone =
          world.commitAndRemove("app/c8.yaml", files("app/c9.yaml", configMap("c9", "v3")));
      world.awaitApplied(gone);
      world.assertGone("configmap/c8");
      assertThat(
              require(namespace.kubectl("get", "configmaps", "-o", "name"))
                  .lines()
                  .filter(line -> line.startsWith("configmap/c")))
          .hasSize(1_499);
    }
  }
}
