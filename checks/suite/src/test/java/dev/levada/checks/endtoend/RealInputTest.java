package dev.levada.checks.endtoend;

import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.git.Edit;
import dev.levada.testbed.git.GitSshServer;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Configuration as its authors published it, where it lies beside the checkout; skipped, loudly,
/// where it does not.
@OnCluster
final class RealInputTest {

  @Test
  void podinfoOverHttpIsSyncedCorrectedAndPruned(ControlPlane cluster, TestNamespace namespace)
      throws IOException {
    try (World world = World.open(cluster, namespace)) {
      String commit =
          world.repository.commit(
              "main", "podinfo", files(real("podinfo/kustomize"), "kustomize/"));
      world.deploy("./kustomize", "wait: true");
      followPodinfo(world, namespace, commit);
    }
  }

  @Test
  void podinfoOverSshIsSyncedCorrectedAndPruned(ControlPlane cluster, TestNamespace namespace)
      throws IOException {
    try (World world = World.open(cluster, namespace);
        GitSshServer ssh = GitSshServer.open(world.repository.path().getParent())) {
      String commit =
          world.repository.commit(
              "main", "podinfo", files(real("podinfo/kustomize"), "kustomize/"));
      Path key = Files.writeString(Files.createTempFile("identity", ""), ssh.identity());
      Path hosts = Files.writeString(Files.createTempFile("known_hosts", ""), ssh.knownHosts());
      require(
          namespace.kubectl(
              "create",
              "secret",
              "generic",
              "ssh",
              "--from-file=identity=" + key,
              "--from-file=known_hosts=" + hosts));
      world.deployFrom(ssh.url("app.git"), "secretRef:\n  name: ssh", "./kustomize", "wait: true");
      followPodinfo(world, namespace, commit);
    }
  }

  private static void followPodinfo(World world, TestNamespace namespace, String commit) {
    world.awaitApplied(commit);
    assertThat(world.get("deployment/podinfo", World.AVAILABLE)).isEqualTo("True");
    namespace.kubectl("scale", "deployment", "podinfo", "--replicas=0");
    namespace.kubectl(
        "patch",
        "service",
        "podinfo",
        "--type=merge",
        "-p",
        "{\"spec\":{\"selector\":{\"app\":\"other\"}}}");
    world.await("service/podinfo", "jsonpath={.spec.selector.app}=podinfo", 60);
    String pruned =
        world.repository.commit(
            "main",
            "no autoscaler",
            List.of(
                new Edit.Removal("kustomize/hpa.yaml"),
                Edit.File.text(
                    "kustomize/kustomization.yaml",
                    "resources:\n- deployment.yaml\n- service.yaml\n")));
    world.fetchNow();
    world.awaitApplied(pruned);
    world.assertGone("horizontalpodautoscaler/podinfo");
  }

  @Test
  void aFluxUsersFleetIsCreatedFollowedAndPruned(ControlPlane cluster, TestNamespace namespace)
      throws IOException {
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit("main", "fleet", files(real("fleet"), ""));
      world.deploy("./clusters/staging");
      world.await("kustomization/app", "condition=Ready", 90);
      assertThat(world.get("kustomization/app", "{.status.inventory.entries[*].id}"))
          .contains(
              "_apps_kustomize.toolkit.fluxcd.io_Kustomization",
              "_infra-controllers_",
              "_infra-configs_");
      String second =
          world.repository.commit(
              "main", "no apps", List.of(new Edit.Removal("clusters/staging/apps.yaml")));
      world.fetchNow();
      world.awaitApplied(second);
      world.assertGone("kustomization/apps");
    }
  }

  private static Path real(String folder) {
    Path real =
        Path.of(System.getProperty("levada.root", "../.."))
            .resolveSibling("shared")
            .resolve("real")
            .resolve(folder);
    if (!Files.isDirectory(real)) {
      System.err.println(
          "SKIPPED: no real input at " + real + "; this test needs it beside the checkout");
    }
    Assumptions.assumeTrue(Files.isDirectory(real), "no real input at " + real);
    return real;
  }

  private static List<Edit> files(Path folder, String prefix) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      var edits = new ArrayList<Edit>();
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        edits.add(Edit.File.text(prefix + folder.relativize(file), Files.readString(file)));
      }
      return edits;
    }
  }
}
