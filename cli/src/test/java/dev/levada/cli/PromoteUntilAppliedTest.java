package dev.levada.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cli.Offline.Said;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.cli.surroundings.Terminal;
import dev.levada.testbed.forge.ForgeRepository;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.forge.WithForge;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `levada promote --wait applied` with a real Git host and a real API server; the test plays the
/// engine and writes the status.
@OnCluster
@WithForge
class PromoteUntilAppliedTest {

  private static final String FILE = "base/web.yaml";

  @TempDir private Path folder;
  private final ControlPlane plane;
  private final ForgeRepository repository;
  private TestNamespace namespace;

  PromoteUntilAppliedTest(ControlPlane plane, Gitea gitea) {
    this.plane = plane;
    this.repository = gitea.repository(gitea.user());
  }

  @BeforeEach
  void deployOneOfTwoFolders(TestNamespace own) throws IOException {
    namespace = own;
    plane
        .kubectlReading(
            Offline.run(new StringWriter(), List.of("crds")).out(),
            "apply",
            "--server-side",
            "-f",
            "-")
        .output();
    plane.kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all").output();
    repository.addFile("main", FILE, "image: app:1.0.0 # {\"$imagepolicy\": \"shop:app\"}\n");
    repository.addFile("main", "base/kustomization.yaml", "resources: [web.yaml]\n");
    repository.addFile("main", "apps/kustomization.yaml", "resources: [../base]\n");
    repository.addFile("main", "other/kustomization.yaml", "resources: []\n");
    namespace
        .kubectlReading(
            """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: fleet}
            spec: {interval: 1m, url: "%s", ref: {branch: main}}
            """
                    .formatted(repository.url().replace("http://", "http://git@"))
                + kustomization("apps")
                + kustomization("other"),
            "apply",
            "-f",
            "-")
        .output();
    Files.writeString(
        folder.resolve("netrc"),
        "machine 127.0.0.1 login %s password %s\n"
            .formatted(repository.owner().name(), repository.owner().token()));
  }

  private static String kustomization(String name) {
    return """
    ---
    apiVersion: kustomize.toolkit.fluxcd.io/v1
    kind: Kustomization
    metadata: {name: %1$s}
    spec: {interval: 10m, prune: true, path: ./%1$s, sourceRef: {kind: GitRepository, name: fleet}}
    """
        .formatted(name);
  }

  private Said promote(StringWriter error, Path kubeconfig, String tag, String... more) {
    var line = new ArrayList<>(List.of("promote", repository.url(), "--image", "app:" + tag));
    line.addAll(List.of("--setter", "shop:app", "--forge", "gitea", "-o", "json"));
    line.addAll(List.of("--netrc", folder.resolve("netrc").toString(), "--wait", "applied"));
    line.addAll(List.of("--kubeconfig", kubeconfig.toString(), "-n", namespace.name()));
    line.addAll(List.of(more));
    var out = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(error, true), false);
    var live = Surroundings.ofProcess().clusters();
    int code =
        Main.run(new Surroundings(terminal, live, Clock.systemUTC()), line.toArray(String[]::new));
    return new Said(code, out.toString(), error.toString());
  }

  private Said promote(String tag, String... more) {
    return promote(new StringWriter(), plane.kubeconfig(), tag, more);
  }

  /// Standard error; tells when the command begins to wait for something.
  private static final class Awaited extends StringWriter {

    private final String words;
    private final CountDownLatch said = new CountDownLatch(1);

    Awaited(String words) {
      this.words = words;
    }

    @Override
    public void write(String text, int from, int length) {
      super.write(text, from, length);
      if (toString().contains(words)) {
        said.countDown();
      }
    }
  }

  private interface Act {
    void on(Future<Said> command) throws Exception;
  }

  private Said promoteWhile(String tag, Act act, String... more) throws Exception {
    var error = new Awaited("until the image is applied by " + namespace.name() + "/apps");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Said> command = threads.submit(() -> promote(error, plane.kubeconfig(), tag, more));
      assertThat(error.said.await(1, TimeUnit.MINUTES)).as(error.toString()).isTrue();
      act.on(command);
      return command.get(1, TimeUnit.MINUTES);
    }
  }

  private void report(String ready, String message, String attempted, String applied) {
    namespace
        .kubectl(
            "patch",
            "kustomization",
            "apps",
            "--subresource=status",
            "--type=merge",
            "-p",
            """
            {"status": {"observedGeneration": 1,
              "lastAttemptedRevision": "main@sha1:%s", "lastAppliedRevision": "main@sha1:%s",
              "conditions": [{"type": "Ready", "status": "%s", "reason": "Reported",
                "message": "%s", "lastTransitionTime": "2026-11-24T09:00:00Z"}]}}
            """
                .formatted(attempted, applied, ready, message))
        .output();
  }

  @Test
  void itEndsWhenWhoReadsTheFileHasACommitWithTheImage() throws Exception {
    String before = repository.addFile("main", "README", "before\n");
    Said said =
        promoteWhile(
            "1.1.0",
            command -> {
              report("True", "Applied revision", before, before);
              assertThat(command.isDone()).isFalse();
              // Somebody else's commit on top has the image as well.
              String later = repository.addFile("main", "CHANGES", "later\n");
              report("True", "Applied revision", later, later);
            });

    assertThat(said.code()).as(said.error()).isZero();
    assertThat(said.out())
        .contains("\"result\": \"applied\"")
        .contains("\"" + namespace.name() + "/apps\"")
        .doesNotContain("/other\"");
    assertThat(promote("1.1.0").out()).as("a second call").contains("\"result\": \"applied\"");
  }

  @Test
  void aPullRequestIsMergedFirst() throws Exception {
    var error = new Awaited("until pull request");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Said> command =
          threads.submit(() -> promote(error, plane.kubeconfig(), "1.1.0", "-p"));
      assertThat(error.said.await(1, TimeUnit.MINUTES)).as(error.toString()).isTrue();
      repository.merge(1);
      String merged = repository.addFile("main", "CHANGES", "later\n");
      report("True", "Applied revision", merged, merged);

      Said said = command.get(1, TimeUnit.MINUTES);
      assertThat(said.code()).as(said.error()).isZero();
      assertThat(said.out()).contains("\"result\": \"applied\"").contains("\"state\": \"merged\"");
    }
  }

  @Test
  void aFailureWithTheImageEndsTheWait() throws Exception {
    String before = repository.addFile("main", "README", "before\n");
    Said said =
        promoteWhile(
            "1.1.0",
            _ -> {
              report("False", "an old failure", before, before);
              String tip = repository.addFile("main", "CHANGES", "later\n");
              report("False", "health check failed: ImagePullBackOff", tip, before);
            });

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.error())
        .contains("fails with the image: health check failed: ImagePullBackOff")
        .doesNotContain("an old failure");
  }

  @Test
  void whereNobodyCanBeWaitedForNothingIsPushed() throws TimeoutException {
    assertThat(promote(new StringWriter(), Path.of("/nowhere"), "1.1.0").error())
        .contains("kubeconfig /nowhere does not exist");
    namespace
        .kubectl(
            "patch", "kustomization", "apps", "--type=merge", "-p", "{\"spec\":{\"suspend\":true}}")
        .output();
    assertThat(promote("1.1.0").error())
        .contains("Kustomization " + namespace.name() + "/apps is suspended");
    namespace.kubectl("delete", "kustomization", "apps").output();
    assertThat(promote("1.1.0").error())
        .contains("no Kustomization in the cluster reads base/web.yaml from branch 'main'");
    assertThat(repository.read("main", FILE)).contains("app:1.0.0");
  }
}
