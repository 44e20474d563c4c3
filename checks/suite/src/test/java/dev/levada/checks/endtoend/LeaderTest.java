package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.checks.process.EngineProcess;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import org.junit.jupiter.api.Test;

/// Several engines, of which one leads: where it goes, another goes on.
@OnCluster
final class LeaderTest {

  private static final String ELECTION = "--enable-leader-election";
  private static final String HOLDER = "{.items[0].spec.holderIdentity}";

  @Test
  void anotherEngineGoesOnWhereTheLeaderDiesOrIsToldToStop(
      ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace)) {
      world.killEngine();
      try (EngineProcess first = world.startIn("first", ELECTION)) {
        String commit = world.repository.commit(files("app/one.yaml", configMap("one", "first")));
        world.deploy("./app");
        world.awaitApplied(commit);
        String leader = world.get("leases", HOLDER);
        try (EngineProcess second = world.startIn("second", ELECTION)) {
          first.kill();
          world.awaitApplied(
              world.commitAndFetch(files("app/one.yaml", configMap("one", "second"))));
          assertThat(world.get("leases", HOLDER)).isNotEqualTo(leader).isNotEmpty();
          handOver(world, second);
        }
      }
    }
  }

  /// A leader that is told to stop lets the lease go: nobody waits until it expires.
  @SuppressWarnings("try") // the third only has to be there
  private static void handOver(World world, EngineProcess leader) {
    try (EngineProcess third = world.startIn("third", ELECTION)) {
      String before = world.get("leases", HOLDER);
      long begun = System.nanoTime();
      assertThat(leader.stop()).as("seconds to stop").isLessThan(10);
      world.awaitApplied(world.commitAndFetch(files("app/one.yaml", configMap("one", "third"))));
      assertThat((System.nanoTime() - begun) / 1e9)
          .as("seconds from SIGTERM to the next commit in the cluster; a lease lasts 35")
          .isLessThan(30);
      assertThat(world.get("leases", HOLDER)).isNotEqualTo(before).isNotEmpty();
    }
  }
}
