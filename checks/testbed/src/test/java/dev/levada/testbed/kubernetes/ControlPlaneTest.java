package dev.levada.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnCluster
class ControlPlaneTest {

  private static final String NODE_READY =
      "jsonpath={.items[*].status.conditions[?(@.type==\"Ready\")].status}";

  private final ControlPlane plane;

  ControlPlaneTest(ControlPlane plane) {
    this.plane = plane;
  }

  @Test
  void theNodeIsReady() {
    assertThat(plane.kubectl("get", "nodes", "-o", NODE_READY).output()).isEqualTo("True");
  }

  @Test
  void theServerTellsItsVersion() {
    assertThat(plane.kubectl("get", "--raw", "/version").output())
        .contains("\"gitVersion\": \"v1.");
  }

  @Test
  void aDeploymentOfTwoReplicasBecomesAvailable(TestNamespace namespace) {
    namespace
        .kubectl("create", "deployment", "web", "--image=registry.local/web:1", "--replicas=2")
        .output();

    namespace.kubectl("rollout", "status", "deployment/web", "--timeout=60s").output();

    assertThat(
            namespace
                .kubectl("get", "deployment", "web", "-o", "jsonpath={.status.availableReplicas}")
                .output())
        .isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({
    "crash, Running, '{\"waiting\":{\"message\":\"back-off restarting failed container\",\"reason\":\"CrashLoopBackOff\"}}'",
    "missing, Pending, '{\"waiting\":{\"message\":\"Back-off pulling image app:missing\",\"reason\":\"ImagePullBackOff\"}}'",
  })
  void anImageTagMakesAPodFail(String tag, String phase, String state, TestNamespace namespace) {
    namespace.kubectl("run", "app", "--image=app:" + tag).output();

    await(namespace, "pod/app", "jsonpath={.status.phase}=" + phase);
    await(namespace, "pod/app", "jsonpath={.status.containerStatuses[0].ready}=false");

    assertThat(read(namespace, "pod/app", "{.status.containerStatuses[0].state}")).isEqualTo(state);
  }

  @Test
  void theTagNeverReadyKeepsAPodRunningButNotReady(TestNamespace namespace) {
    namespace.kubectl("run", "app", "--image=app:never-ready").output();

    await(namespace, "pod/app", "jsonpath={.status.phase}=Running");

    assertThat(read(namespace, "pod/app", "{.status.conditions[?(@.type==\"Ready\")].status}"))
        .isEqualTo("False");
  }

  @Test
  void aJobCompletes(TestNamespace namespace) {
    namespace.kubectl("create", "job", "migrate", "--image=migrate:1").output();

    await(namespace, "job/migrate", "condition=Complete");
  }

  @Test
  void aJobWithTheTagCrashFails(TestNamespace namespace) {
    namespace
        .kubectlReading(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate}
            spec:
              backoffLimit: 0
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: migrate, image: "migrate:crash"}]
            """,
            "apply",
            "-f",
            "-")
        .output();

    await(namespace, "job/migrate", "condition=Failed");
  }

  @Test
  void aDeletedPodIsGone(TestNamespace namespace) {
    namespace.kubectl("run", "app", "--image=app:1").output();
    await(namespace, "pod/app", "condition=Ready");

    namespace.kubectl("delete", "pod/app", "--timeout=60s").output();

    assertThat(namespace.kubectl("get", "pod/app").stderr()).contains("NotFound");
  }

  @Test
  void aUserOfTheSettingsHasNoRights() {
    var asked =
        plane.kubectl("get", "secrets", "--kubeconfig", plane.kubeconfigFor("limited").toString());

    assertThat(asked.stderr()).contains("User \"limited\" cannot list resource \"secrets\"");
  }

  @Test
  void aServiceAccountsTokenMakesAKubeconfig(TestNamespace namespace) {
    String token = namespace.kubectl("create", "token", "default").output();

    var kubeconfig = plane.kubeconfigWith(namespace.name(), token);

    assertThat(plane.kubectl("auth", "whoami", "--kubeconfig", kubeconfig.toString()).output())
        .contains("system:serviceaccount:" + namespace.name() + ":default");
  }

  @Test
  void requestsAreCounted(TestNamespace namespace) {
    var before = plane.requestCounts();

    namespace.kubectl("create", "configmap", "settings").output();

    var since = plane.requestCounts().since(before);
    assertThat(
            since.sum(labels ->
                "configmaps".equals(labels.get("resource")) && "POST".equals(labels.get("verb"))))
        .isPositive();
  }

  private static void await(TestNamespace namespace, String object, String condition) {
    namespace.kubectl("wait", object, "--for=" + condition, "--timeout=60s").output();
  }

  private static String read(TestNamespace namespace, String object, String path) {
    return namespace.kubectl("get", object, "-o", "jsonpath=" + path).output();
  }
}
