package dev.levada.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cli.Offline.Said;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.cli.surroundings.Terminal;
import dev.levada.testbed.git.Edit;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.TestRepository;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `levada diff kustomization` with revisions of a source on a real Git server, against a real API
/// server.
@OnCluster
class DiffOfRevisionsTest {

  @TempDir private Path folder;
  private final ControlPlane plane;
  private TestNamespace namespace;
  private TestRepository repository;
  private GitHttpServer git;
  private String first;

  DiffOfRevisionsTest(ControlPlane plane) {
    this.plane = plane;
  }

  private static Edit file(String path, String text) {
    return Edit.File.text(path, text);
  }

  private String configMap(String name, String value) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: %s}, data: {value: '%s'}}"
        .formatted(name, namespace.name(), value);
  }

  @BeforeEach
  void applyTheFirstOfTwoCommits(TestNamespace own) {
    namespace = own;
    repository = TestRepository.create(folder.resolve("git/fleet.git"));
    git = GitHttpServer.open(folder.resolve("git"));
    first =
        repository.commit(
            "main",
            "first",
            List.of(
                file("web/kept.yaml", configMap("kept", "same")),
                file("web/one.yaml", configMap("one", "1")),
                file("web/two.yaml", configMap("two", "2"))));
    repository.tag("v1", first);
    repository.commit(
        "main",
        "second",
        List.of(
            file("web/one.yaml", configMap("one", "uno")),
            file("web/three.yaml", configMap("three", "3")),
            new Edit.Removal("web/two.yaml")));
    String crds = Offline.run(List.of("crds")).out();
    plane.kubectlReading(crds, "apply", "--server-side", "-f", "-").output();
    plane.kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all").output();
    apply(
        """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata: {name: fleet}
        spec: {interval: 1m, url: "%s", ref: {branch: main}}
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: web}
        spec: {interval: 10m, prune: true, path: ./web, sourceRef: {kind: GitRepository, name: fleet}}
        """
            .formatted(git.url("fleet.git")));
    for (String[] object : new String[][] {{"kept", "by hand"}, {"one", "1"}, {"two", "2"}}) {
      apply(configMap(object[0], object[1]));
    }
    namespace
        .kubectl(
            "label",
            "configmap",
            "kept",
            "one",
            "two",
            "kustomize.toolkit.fluxcd.io/name=web",
            "kustomize.toolkit.fluxcd.io/namespace=" + namespace.name())
        .output();
  }

  private void apply(String yaml) {
    namespace.kubectlReading(yaml, "apply", "--server-side", "-f", "-").output();
  }

  @AfterEach
  void stopTheServer() {
    git.close();
  }

  @Test
  void onlyWhatDiffersBetweenTwoRevisionsIsShown() {
    String place = "ConfigMap/" + namespace.name();

    Said said = diff("--from", "v1", "--to", "main");

    assertThat(said.error()).isEmpty();
    assertThat(said.out())
        .contains("  - " + place + "/two deleted: it left the source\n")
        .contains("  + " + place + "/three created\n")
        .contains("  ~ " + place + "/one changed", "/data/value")
        .doesNotContain("/kept")
        .endsWith("1 to delete, 1 to create, 1 to change\n");
    assertThat(said.code()).isEqualTo(1);
    assertThat(diff("--from", first, "--to", "main@sha1:" + first, "-o", "json").code()).isZero();
    assertThat(namespace.kubectl("get", "configmaps", "-o", "name").output())
        .contains("two")
        .doesNotContain("three");
  }

  @Test
  void aRevisionAloneIsComparedWithTheCluster() {
    Said said = diff("--to", "v1", "-o", "yaml");

    assertThat(said.error()).isEmpty();
    assertThat(said.out()).contains("kept").contains("action: configured").doesNotContain("three");
    assertThat(said.code()).isEqualTo(1);
  }

  @Test
  void aRevisionThatThereIsNotIsToldWithItsSource() {
    Said said = diff("--to", "v9");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.error())
        .contains("revision 'v9' of GitRepository/" + namespace.name() + "/fleet cannot be fetched")
        .contains("Give a branch, a tag, all 40 digits of a commit");
  }

  @Test
  void theClusterOfTheKubeconfigIsAsked() {
    apply(
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: web}
        spec: {interval: 10m, prune: true, path: ./web, sourceRef: {kind: GitRepository, name: fleet},
          kubeConfig: {secretRef: {name: far}}}
        """);
    assertThat(diff("--to", "main").error())
        .contains("Secret '" + namespace.name() + "/far': not found");
    namespace
        .kubectl(
            "create",
            "secret",
            "generic",
            "far",
            "--from-file=value=" + plane.kubeconfigFor("limited"))
        .output();

    Said said = diff("--to", "main");

    assertThat(said.out() + said.error()).contains("User \"limited\" cannot");
    assertThat(said.code()).isNotZero();
  }

  private Said diff(String... more) {
    var line = new ArrayList<>(List.of("diff", "kustomization", "web"));
    line.addAll(List.of(more));
    line.addAll(List.of("--kubeconfig", plane.kubeconfig().toString(), "-n", namespace.name()));
    var out = new StringWriter();
    var error = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(error), false);
    var live = Surroundings.ofProcess().clusters();
    int code =
        Main.run(new Surroundings(terminal, live, Clock.systemUTC()), line.toArray(String[]::new));
    return new Said(code, out.toString(), error.toString());
  }
}
