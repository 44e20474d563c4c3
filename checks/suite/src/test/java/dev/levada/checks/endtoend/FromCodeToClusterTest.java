package dev.levada.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.checks.delivery.Shop;
import dev.levada.checks.delivery.Step;
import dev.levada.checks.delivery.Way;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.forge.WithForge;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.WithRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole loop with the example `examples/shop`: a tag of the code becomes an image by the
/// pipeline's own script, a pull request at a real Git host, and pods; then a tag that is pushed
/// straight to the registry does.
@OnCluster
@WithRegistry
@WithForge
final class FromCodeToClusterTest {

  @Test
  void whatIsBuiltIsProposedMergedAndRuns(
      ControlPlane cluster,
      TestNamespace namespace,
      Gitea gitea,
      Registry registry,
      @TempDir Path folder) {
    var shop = new Shop(folder, gitea, registry, namespace.name());
    String kubectl =
        "%s --kubeconfig %s -n %s"
            .formatted(cluster.kubectlProgram(), cluster.kubeconfig(), namespace.name());
    var way = new Way(shop, namespace::kubectlReading, kubectl);
    try (World world = World.open(cluster, namespace)) {
      way.begin();
      for (Step step : way.steps()) {
        System.out.println(step.what() + "\n  " + take(world, step));
      }

      assertThat(shop.config().read("main", "shop/kustomization.yaml"))
          .isEqualTo(
              """
              resources:
                - deployment.yaml
              images:
                - name: shop
                  newName: %s/%s/shop
                  newTag: 1.1.0 # {"$imagepolicy": "%s:shop:tag"}
              """
                  .formatted(registry.host(), namespace.name(), namespace.name()));
      String pulls = shop.config().pulls();
      assertThat(pulls)
          .contains("\"title\":\"Update shop to 1.0.1\"")
          .contains("\"title\":\"Update shop to 1.1.0\"")
          .doesNotContain("\"title\":\"Update shop to 1.0.2\"");
      assertThat(shop.config().open()).isEmpty();
      world.await("pullrequestpolicy/shop", "jsonpath={.status.pullRequest.state}=merged", 60);
    }
  }

  private static Step.Taken take(World world, Step step) {
    try {
      return step.take();
    } catch (AssertionError nothing) {
      throw new AssertionError(nothing.getMessage() + "\n" + world.engine().lastWords(), nothing);
    }
  }
}
