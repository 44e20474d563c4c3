package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static dev.levada.checks.endtoend.World.kustomization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What did not change costs nothing: a commit to one application of many writes that one's objects
/// and each one's new revision, and a start of the engine writes nothing of its own.
@OnCluster
final class NothingForNothingTest {

  private static final int APPS = 15;

  @Test
  void aCommitToOneAndARestart(ControlPlane cluster, TestNamespace namespace) throws Exception {
    try (World world = World.open(cluster, namespace)) {
      Map<String, String> all = new LinkedHashMap<>();
      var yaml = new StringBuilder();
      for (int i = 0; i < APPS; i++) {
        all.put("a" + i + "/c.yaml", configMap("c" + i, "v1"));
        yaml.append(kustomization("a" + i, namespace.name(), "wait: true"));
      }
      String first = world.repository.commit(all);
      world.source();
      world.apply(yaml.toString());
      world.awaitAllApplied(first, APPS, 60);
      String before = world.engine().metrics();
      String second = world.commitAndFetch(files("a3/c.yaml", configMap("c3", "v2")));
      world.awaitAllApplied(second, APPS, 60);
      String after = world.engine().metrics();
      assertThat(requests(after, "apply") - requests(before, "apply"))
          .as("one dry run and one apply")
          .isEqualTo(2);
      assertThat(requests(after, "patch") - requests(before, "patch"))
          .as("one status each, the source's, and perhaps one on the way")
          .isBetween((long) APPS, APPS + 3L);
      assertThat(requests(after, "list") - requests(before, "list")).isZero();

      world.killEngine();
      world.restartEngine();
      String third = world.commitAndFetch(files("a5/c.yaml", configMap("c5", "v3")));
      world.awaitAllApplied(third, APPS, 60);
      String restarted = world.engine().metrics();
      assertThat(requests(restarted, "apply")).as("the start itself applies nothing").isEqualTo(2);
      assertThat(requests(restarted, "patch"))
          .as("nor does it write a status")
          .isBetween((long) APPS, APPS + 3L);
      assertThat(requests(restarted, "list"))
          .as(
              "sources, Kustomizations, objects, marked ConfigMaps and Secrets, three image kinds,"
                  + " two of pull requests, Receivers, HelmReleases")
          .isLessThanOrEqualTo(12);
    }
  }

  private static long requests(String metrics, String verb) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("rest_client_requests_total"))
        .filter(line -> line.contains("method=\"" + verb + "\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
