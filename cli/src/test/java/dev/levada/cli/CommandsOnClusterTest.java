package dev.levada.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cli.surroundings.Surroundings;
import dev.levada.cli.surroundings.Terminal;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands against a real API server; the test plays the engine and writes the status.
@OnCluster
class CommandsOnClusterTest {

  private static final String REVISION = "main@sha1:4f1d0a9be1c77a52b3cbb0d5c8b2f4e6a7908d13";

  private record Said(int code, String out, String error) {}

  private final ControlPlane plane;
  private TestNamespace namespace;

  CommandsOnClusterTest(ControlPlane plane) {
    this.plane = plane;
  }

  private static final String NEW =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: new, namespace: %s}}";
  private static final String SECRET =
      "{apiVersion: v1, kind: Secret, metadata: {name: key, namespace: %s}, data: {key: %s}}";
  private static final String BAD =
      "{apiVersion: v1, kind: Service, metadata: {name: bad, namespace: %s}, spec: {ports: [{port: 99999}]}}";

  @BeforeAll
  static void installDefinitions(ControlPlane plane) {
    String crds = run("crds").out();
    plane.kubectlReading(crds, "apply", "--server-side", "-f", "-").output();
    plane.kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all").output();
  }

  @BeforeEach
  void applyPodinfo(TestNamespace own) {
    namespace = own;
    namespace
        .kubectlReading(
            """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata:
              name: fleet
            spec:
              interval: 1m
              url: https://git.example.com/fleet
              ref: {branch: main}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: podinfo
              labels:
                team: web
            spec:
              interval: 10m
              prune: true
              path: ./podinfo
              sourceRef:
                kind: GitRepository
                name: fleet
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            """,
            "apply",
            "-f",
            "-")
        .output();
  }

  @Test
  void getShowsWhatTheStatusSays() {
    report("Succeeded", "");

    Said said = levada("get", "ks", "-l", "team=web");

    assertThat(said.out())
        .isEqualTo(
            """
            NAME   \tREVISION          \tSUSPENDED\tREADY\tMESSAGE
            podinfo\tmain@sha1:4f1d0a9b\tFalse    \tTrue \tApplied revision: main@sha1:4f1d0a9b
            """);
    assertThat(levada("get", "all", "-o", "name").out().lines())
        .containsExactly(
            "gitrepository.source.toolkit.fluxcd.io/fleet",
            "kustomization.kustomize.toolkit.fluxcd.io/podinfo");
  }

  @Test
  void yamlOfGetCanBeAppliedAgain() {
    String yaml = levada("get", "ks", "podinfo", "-o", "yaml").out();

    assertThat(namespace.kubectlReading(yaml, "apply", "-f", "-").output()).contains("podinfo");
  }

  @Test
  void aMisspeltNameIsCorrected() {
    assertThat(levada("get", "sources", "git", "flet").error())
        .isEqualTo(
            """
            Error: GitRepository object 'flet' not found in "%s" namespace
            Did you mean fleet?
            """
                .formatted(namespace.name()));
  }

  @Test
  void treeTellsTheHealthOfWhatIsThereAndWhatIsNot() {
    report("Succeeded", "");

    assertThat(levada("tree", "ks", "podinfo", "--health").out())
        .isEqualTo(
            """
            Kustomization/NS/podinfo  Current
            ├── ConfigMap/NS/settings  Current
            └── Deployment/NS/podinfo  NotFound: does not exist
            """
                .replace("NS", namespace.name()));
  }

  @Test
  void reconcileAsksAndWaitsForTheAnswer() throws Exception {
    Said said = whileAsking("reconcile", "ks", "podinfo");

    assertThat(said.error())
        .isEqualTo(
            """
            ► asking for Kustomization/%s/podinfo to be reconciled
            ✔ applied revision %s
            """
                .formatted(namespace.name(), REVISION));
    assertThat(said.code()).isZero();
  }

  private Said whileAsking(String... arguments)
      throws ExecutionException, InterruptedException, TimeoutException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var command = threads.submit(() -> levada(arguments));
      String path = "{.metadata.annotations.reconcile\\.fluxcd\\.io/requestedAt}";
      namespace
          .kubectl("wait", "--for=jsonpath=" + path, "--timeout=30s", "kustomization/podinfo")
          .output();
      String asked =
          namespace.kubectl("get", "kustomization/podinfo", "-o", "jsonpath=" + path).output();
      report("Succeeded", asked);
      return command.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void aSuspendedKustomizationIsNotReconciledUntilItIsResumed() {
    assertThat(levada("suspend", "ks", "podinfo").code()).isZero();
    Said refused = levada("reconcile", "ks", "podinfo");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.error())
        .startsWith(
            "Error: Kustomization/%s/podinfo: resource is suspended".formatted(namespace.name()));
    assertThat(levada("resume", "ks", "podinfo", "--no-wait").code()).isZero();
    assertThat(
            namespace
                .kubectl("get", "kustomization/podinfo", "-o", "jsonpath={.spec.suspend}")
                .output())
        .isEqualTo("false");
  }

  @Test
  void aDiffTellsWhatWouldHappenAndDoesNothing(@TempDir Path folder) throws IOException {
    report("Succeeded", "");
    namespace
        .kubectl(
            "label",
            "configmap",
            "settings",
            "kustomize.toolkit.fluxcd.io/name=podinfo",
            "kustomize.toolkit.fluxcd.io/namespace=" + namespace)
        .output();
    namespace.kubectlReading(SECRET.formatted(namespace, "b2xk"), "apply", "-f", "-").output();
    Files.writeString(folder.resolve("new.yaml"), NEW.formatted(namespace));
    Files.writeString(folder.resolve("secret.yaml"), SECRET.formatted(namespace, "bmV3"));
    Files.writeString(folder.resolve("bad.yaml"), BAD.formatted(namespace));

    Said said = levada("diff", "ks", "podinfo", "--path", folder.toString());

    assertThat(said.error()).isEmpty();
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .startsWith("  - ConfigMap/" + namespace + "/settings deleted: it left the source\n")
        .contains("  x Service/" + namespace + "/bad refused\n")
        .contains("  + ConfigMap/" + namespace + "/new created\n")
        .contains("  ~ Secret/" + namespace + "/key changed", "/data/key: \"*** (")
        .doesNotContain("b2xk")
        .doesNotContain("bmV3")
        .endsWith("1 to delete, 1 refused, 1 to create, 1 to change\n");
    assertThat(namespace.kubectl("get", "configmaps", "-o", "name").output())
        .contains("settings")
        .doesNotContain("new");
    assertThat(levada("diff", "ks", "podinfo", "--path", folder.toString(), "-o", "json").out())
        .contains("\"action\": \"deleted\"", "\"why\": \"it left the source\"");
    assertThat(levada("diff", "ks", "nobody", "--path", folder.toString()).code()).isEqualTo(2);
  }

  @Test
  void aWatchEndsAtTheTimeout() {
    Said said = levada("get", "ks", "-w", "--timeout", "500ms");

    assertThat(said.out()).startsWith("NAME").contains("waiting to be reconciled");
    assertThat(said.error()).startsWith("Error: timed out after 500ms");
    assertThat(said.code()).isEqualTo(1);
  }

  @Test
  void theVersionOfTheServerIsTold() {
    assertThat(levada("version").out()).contains("kubernetes: v1.");
  }

  @Test
  void whoMayNotReadIsTold() {
    Said said = as(plane.kubeconfigFor("limited"), "get", "ks");

    assertThat(said.error()).startsWith("Error: the cluster does not allow this: ");
    assertThat(said.code()).isEqualTo(1);
  }

  @Test
  void aKubeconfigThatIsNotThereIsNamed() {
    Said said = as(Path.of("/nowhere/config"), "get", "ks");

    assertThat(said.error()).startsWith("Error: kubeconfig /nowhere/config does not exist");
    assertThat(said.code()).isEqualTo(1);
  }

  private void report(String reason, String handledAt) {
    String handled =
        handledAt.isEmpty() ? "" : "\"lastHandledReconcileAt\": \"%s\",".formatted(handledAt);
    String status =
        """
        {"status": {
          "observedGeneration": 1,
          %s
          "lastAppliedRevision": "%s",
          "inventory": {"entries": [
            {"id": "%s_settings__ConfigMap", "v": "v1"},
            {"id": "%s_podinfo_apps_Deployment", "v": "v1"}]},
          "conditions": [{
            "type": "Ready", "status": "True", "reason": "%s", "observedGeneration": 1,
            "lastTransitionTime": "2026-11-24T09:00:00Z", "message": "Applied revision: %s"}]}}
        """
            .formatted(handled, REVISION, namespace, namespace, reason, REVISION);
    namespace
        .kubectl(
            "patch",
            "kustomization",
            "podinfo",
            "--subresource=status",
            "--type=merge",
            "-p",
            status)
        .output();
  }

  private Said levada(String... arguments) {
    return as(plane.kubeconfig(), arguments);
  }

  private Said as(Path kubeconfig, String... arguments) {
    var line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--kubeconfig", kubeconfig.toString(), "-n", namespace.name()));
    return run(line.toArray(String[]::new));
  }

  private static Said run(String... line) {
    var out = new StringWriter();
    var error = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(error), false);
    var live = Surroundings.ofProcess().clusters();
    int code = Main.run(new Surroundings(terminal, live, Clock.systemUTC()), line);
    return new Said(code, out.toString(), error.toString());
  }
}
