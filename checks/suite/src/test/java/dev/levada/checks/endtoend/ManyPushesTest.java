package dev.levada.checks.endtoend;

import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.checks.process.Robot;
import dev.levada.testbed.git.ForeignPushes;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.WithRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three automations of one engine and ten people push to one branch at once: nothing that anybody
/// pushed is lost.
@OnCluster
@WithRegistry
final class ManyPushesTest {

  private static final int IMAGES = 10;
  private static final List<String> FOLDERS = List.of("one", "two", "three");

  @Test
  void nothingIsLostBesideFiftyForeignPushes(
      ControlPlane cluster, TestNamespace namespace, Registry registry, @TempDir Path people) {
    String images = registry.host() + "/" + namespace.name();
    push(images, "1.0.0");
    try (World world = World.open(cluster, namespace)) {
      world.repository.commit(files(images, namespace.name()));
      world.source();
      world.apply(objects(images));
      require(
          namespace.kubectl(
              "wait", "imageupdateautomations", "--all", "--for=condition=Ready", "--timeout=90s"));

      push(images, "2.0.0");
      Thread others =
          Thread.ofVirtual()
              .start(() -> new ForeignPushes(world.git.url("app.git"), people, 10, 5).run());
      require(
          namespace.kubectl(
              "annotate",
              "imagerepositories",
              "--all",
              "reconcile.fluxcd.io/requestedAt=" + System.nanoTime()));
      join(others);
      for (String folder : FOLDERS) {
        world.await(
            "imageupdateautomation/" + folder,
            "jsonpath={.status.observedPolicies.app-9.tag}=2.0.0",
            90);
      }

      assertThat(world.repository.git("ls-tree", "--name-only", "main:foreign").lines())
          .hasSize(50);
      assertThat(world.repository.git("grep", "-h", "image:", "main").lines())
          .hasSize(IMAGES * FOLDERS.size())
          .allSatisfy(line -> assertThat(line).contains(":2.0.0 #"));
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while others pushed", e);
    }
  }

  private static void push(String images, String tag) {
    for (int i = 0; i < IMAGES; i++) {
      TinyImage.push(images + "/app-" + i, tag);
    }
  }

  private static Map<String, String> files(String images, String namespace) {
    var files = new TreeMap<String, String>();
    for (String folder : FOLDERS) {
      for (int i = 0; i < IMAGES; i++) {
        files.put(
            folder + "/app-" + i + ".yaml",
            "image: %1$s/app-%2$d:1.0.0 # {\"$imagepolicy\": \"%3$s:app-%2$d\"}\n"
                .formatted(images, i, namespace));
      }
    }
    return files;
  }

  private static String objects(String images) {
    var objects = new StringBuilder();
    for (int i = 0; i < IMAGES; i++) {
      objects.append(
          """
          ---
          apiVersion: image.toolkit.fluxcd.io/v1
          kind: ImageRepository
          metadata: {name: app-%1$d}
          spec: {image: "%2$s/app-%1$d", interval: 1h, insecure: true}
          ---
          apiVersion: image.toolkit.fluxcd.io/v1
          kind: ImagePolicy
          metadata: {name: app-%1$d}
          spec: {imageRepositoryRef: {name: app-%1$d}, policy: {semver: {range: '>=1.0.0'}}}
          """
              .formatted(i, images));
    }
    FOLDERS.forEach(folder -> objects.append(Robot.automation(folder, "app", "main")));
    return objects.toString();
  }
}
