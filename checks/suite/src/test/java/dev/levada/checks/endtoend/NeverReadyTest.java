package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.endtoend.World.deployment;
import static dev.levada.checks.endtoend.World.files;
import static dev.levada.checks.endtoend.World.kustomization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Applications that never become ready hold up nobody else, however few may be worked on at once.
@OnCluster
final class NeverReadyTest {

  private static final int APPS = 100;

  @Test
  void hundredWaitsDoNotDelayAnothersChange(ControlPlane cluster, TestNamespace namespace) {
    try (World world = World.open(cluster, namespace, "--concurrent=2")) {
      Map<String, String> all = new LinkedHashMap<>();
      var yaml = new StringBuilder();
      for (int i = 0; i < APPS; i++) {
        all.put("a" + i + "/web.yaml", deployment("a" + i, "never-ready"));
        yaml.append(kustomization("a" + i, namespace.name(), "wait: true\n  timeout: 30m"));
      }
      all.put("other/c.yaml", configMap("c", "first"));
      yaml.append(kustomization("other", namespace.name(), "wait: true"));
      world.repository.commit(all);
      world.source();
      world.apply(yaml.toString());
      world.await("deployment/a" + (APPS - 1), "create", 120);
      world.await("kustomization/other", "condition=Ready", 60);
      String second = world.commitAndFetch(files("other/c.yaml", configMap("c", "second")));
      world.await("configmap/c", "jsonpath={.data.value}=second", 60);
      world.await(
          "kustomization/other", "jsonpath={.status.lastAppliedRevision}=main@sha1:" + second, 60);
      assertThat(world.get("deployment/a0", World.AVAILABLE)).isEqualTo("False");
    }
  }
}
