package dev.levada.checks.endtoend;

import static dev.levada.checks.endtoend.World.configMap;
import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.FaultProxy;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// An API server that fails by chance, under many applications, while commits arrive, hands meddle
/// and the engine is killed: in the end the cluster is as the last commit wants it, the inventories
/// name what exists, and nothing of anybody else is gone. A minute; ten with `-Dlevada.long=true`.
@OnCluster
final class ManyFaultsTest {

  private static final boolean LONG = Boolean.getBoolean("levada.long");
  private static final int APPS = LONG ? 500 : 40;
  private static final Duration TIME = LONG ? Duration.ofMinutes(10) : Duration.ofSeconds(40);
  private static final double SHARE = 0.15;

  @Test
  void everythingConverges(ControlPlane cluster, TestNamespace namespace) {
    long seed = Long.getLong("levada.seed", System.nanoTime());
    var random = new Random(seed);
    try (FaultProxy proxy = FaultProxy.open(cluster, seed);
        World world = World.open(cluster, namespace, proxy.kubeconfig())) {
      require(namespace.kubectl("create", "configmap", "of-another", "--from-literal=value=safe"));
      Map<String, String> wanted = new LinkedHashMap<>();
      IntStream.range(0, APPS).forEach(i -> wanted.put(file(i, 0), configMap(name(i, 0), "v0")));
      world.repository.commit(wanted);
      proxy.harm(SHARE);
      world.source();
      world.apply(applications(namespace.name()));
      Instant end = Instant.now().plus(TIME);
      for (int step = 1; Instant.now().isBefore(end); step++) {
        meddle(world, random, wanted, step);
      }
      proxy.harm(0);
      String last = world.commitAndFetch(Map.of(file(0, 0), configMap(name(0, 0), "the end")));
      wanted.put(file(0, 0), configMap(name(0, 0), "the end"));
      world.awaitAllApplied(last, APPS, 120);
      assertThat(proxy.faults()).isGreaterThan(5);
      assertThat(present(namespace)).as("seed " + seed).isEqualTo(expected(wanted));
      assertThat(inventories(namespace)).as("seed " + seed).isEqualTo(names(wanted));
    }
  }

  private static void meddle(World world, Random random, Map<String, String> wanted, int step) {
    int app = random.nextInt(APPS);
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        int object = random.nextInt(3);
        String text = configMap(name(app, object), "v" + step);
        wanted.put(file(app, object), text);
        world.commitAndFetch(Map.of(file(app, object), text));
      }
      case 2 -> {
        String path = file(app, 1);
        if (wanted.remove(path) != null) {
          world.commitAndRemove(path, Map.of());
        }
      }
      case 3 ->
          world.namespace.kubectl(
              "patch",
              "configmap",
              name(app, 0),
              "--type=merge",
              "-p",
              "{\"data\":{\"value\":\"by hand\"}}");
      case 4 -> world.namespace.kubectl("delete", "configmap", name(app, 0), "--ignore-not-found");
      default -> {
        if (random.nextInt(4) == 0) {
          world.killEngine();
          world.restartEngine();
        }
      }
    }
  }

  private static String file(int app, int object) {
    return "apps/a" + app + "/c" + object + ".yaml";
  }

  private static String name(int app, int object) {
    return "a" + app + "-c" + object;
  }

  private static String applications(String namespace) {
    var yaml = new StringBuilder();
    for (int i = 0; i < APPS; i++) {
      yaml.append(
          """
          ---
          apiVersion: kustomize.toolkit.fluxcd.io/v1
          kind: Kustomization
          metadata: {name: a%1$d}
          spec:
            interval: 1h
            retryInterval: 2s
            prune: true
            wait: true
            path: ./apps/a%1$d
            targetNamespace: %2$s
            sourceRef: {kind: GitRepository, name: app}
          """
              .formatted(i, namespace));
    }
    return yaml.toString();
  }

  private static Set<String> expected(Map<String, String> wanted) {
    var expected = new TreeSet<String>();
    expected.add("of-another=safe");
    wanted
        .values()
        .forEach(text ->
            expected.add(
                text.replaceAll("(?s).*name: (\\S+).*value: ([^\\n]+).*", "$1=$2").strip()));
    return expected;
  }

  private static Set<String> names(Map<String, String> wanted) {
    var names = new TreeSet<String>();
    wanted
        .values()
        .forEach(text -> names.add(text.replaceAll("(?s).*name: (\\S+).*", "$1").strip()));
    return names;
  }

  private static Set<String> present(TestNamespace namespace) {
    String out =
        require(
            namespace.kubectl(
                "get",
                "configmaps",
                "-o",
                "jsonpath={range .items[*]}{.metadata.name}={.data.value}{\"\\n\"}{end}"));
    var present = new TreeSet<String>();
    out.lines()
        .filter(line -> !line.startsWith("kube-root-ca") && !line.startsWith("levada-journal"))
        .forEach(present::add);
    return present;
  }

  private static Set<String> inventories(TestNamespace namespace) {
    String out =
        require(
            namespace.kubectl(
                "get",
                "kustomizations",
                "-o",
                "jsonpath={range .items[*].status.inventory.entries[*]}{.id}{\"\\n\"}{end}"));
    var named = new TreeSet<String>();
    out.lines().filter(line -> !line.isBlank()).forEach(id -> named.add(id.split("_")[1]));
    return named;
  }
}
