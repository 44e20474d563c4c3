package dev.levada.checks.endtoend;

import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.git.Edit;
import dev.levada.testbed.git.Fault;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.FaultProxy;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;

/// Any history of good and bad commits, drift, kills and failing servers ends with the cluster as
/// the last good commit wants it, and with an inventory that names what exists. A failure tells the
/// seed and the history; `-Dlevada.seed=N` tells it again.
@OnCluster
final class RandomHistoryTest {

  private static final int STEPS = 25;
  private static final String OWNED = "kustomize.toolkit.fluxcd.io/name=app";
  private static final List<String> KINDS = List.of("ConfigMap", "Service", "ServiceAccount");
  private static final List<String> BROKEN =
      List.of(
          "kind: [",
          "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: broken}\ndata: {value: [1]}\n",
          "apiVersion: example.org/v1\nkind: Unknown\nmetadata: {name: broken}\n",
          "apiVersion: v1\nkind: Service\nmetadata: {name: broken}\nspec: {ports: [{port: 0}]}\n",
          "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"\"}\n");

  @RepeatedTest(3)
  void anyHistoryEndsAsTheLastGoodCommitWants(ControlPlane cluster, TestNamespace namespace) {
    long seed = Long.getLong("levada.seed", System.nanoTime());
    try (FaultProxy proxy = FaultProxy.open(cluster, seed);
        World world = World.open(cluster, namespace, proxy.kubeconfig())) {
      var history = new History(world, proxy, new Random(seed));
      history.begin();
      for (int step = 0; step < STEPS; step++) {
        history.step(step);
      }
      history.end("seed " + seed);
    }
  }

  /// What was done so far, and what the cluster is to be like.
  private static final class History {

    private final World world;
    private final FaultProxy proxy;
    private final Random random;
    private final TreeMap<String, String> wanted = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private boolean broken;
    private String commit = "";

    History(World world, FaultProxy proxy, Random random) {
      this.world = world;
      this.proxy = proxy;
      this.random = random;
    }

    void begin() {
      world.deploy("./app");
      change("begin");
    }

    void step(int step) {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> change("v" + step);
        case 3 -> remove();
        case 4, 5 -> drift();
        case 6 -> breakOrMend();
        case 7 -> restart();
        case 8 -> trouble();
        default -> settle("after step " + step);
      }
    }

    void end(String words) {
      calm();
      if (broken) {
        breakOrMend();
      }
      settle(words);
    }

    private void change(String value) {
      var edits = new ArrayList<Edit>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        String object = KINDS.get(random.nextInt(KINDS.size())) + "/o" + random.nextInt(5);
        wanted.put(object, value);
        edits.add(Edit.File.text(file(object), manifest(object, value)));
      }
      commit("change " + wanted, edits);
    }

    private void remove() {
      if (wanted.size() > 1) {
        String object = anyObject();
        wanted.remove(object);
        commit("remove " + object, List.of(new Edit.Removal(file(object))));
      }
    }

    /// While a commit is bad, the cluster stays as the one before it has made it.
    private void breakOrMend() {
      if (broken) {
        broken = false;
        commit("mend", List.of(new Edit.Removal("app/broken.yaml")));
        return;
      }
      settle("before it breaks");
      String text = BROKEN.get(random.nextInt(BROKEN.size()));
      broken = true;
      commit("break with " + text, List.of(Edit.File.text("app/broken.yaml", text)));
      calm();
      world.await(
          "kustomization/app", "jsonpath={.status.lastAttemptedRevision}=main@sha1:" + commit, 90);
      world.await("kustomization/app", "condition=Ready=False", 90);
      assertThat(present()).as(story("broken")).isEqualTo(expected());
    }

    private void drift() {
      String object = anyObject();
      told.add("drift of " + object);
      String named = object.toLowerCase(Locale.ROOT);
      if (random.nextBoolean()) {
        world.namespace.kubectl("delete", named);
      } else {
        world.namespace.kubectl("annotate", named, "--overwrite", "value=by-hand");
      }
    }

    private void restart() {
      told.add("kill");
      world.killEngine();
      if (random.nextBoolean() && !broken) {
        change("while-dead");
      }
      world.restartEngine();
    }

    private void trouble() {
      if (random.nextBoolean()) {
        told.add("API server in trouble");
        proxy.harm(0.2);
      } else {
        told.add("Git server in trouble");
        world.git.fault(new Fault.Status(500));
      }
    }

    private void calm() {
      proxy.harm(0);
      world.git.fault(new Fault.None());
    }

    private void commit(String what, List<Edit> edits) {
      told.add(what);
      commit = world.repository.commit("main", what, edits);
      world.fetchNow();
    }

    /// Waits until the last good commit is in the cluster, and all that was changed by hand is put
    /// right.
    private void settle(String words) {
      if (broken) {
        return;
      }
      told.add("settle");
      calm();
      world.fetchNow();
      world.awaitApplied(commit);
      Instant deadline = Instant.now().plusSeconds(60);
      Set<String> seen = present();
      while (!seen.equals(expected()) && Instant.now().isBefore(deadline)) {
        seen = present();
      }
      assertThat(seen).as(story(words)).isEqualTo(expected());
      assertThat(inventory()).as(story(words)).isEqualTo(new TreeSet<>(wanted.keySet()));
    }

    private String story(String words) {
      return words + "\n" + String.join("\n", told) + "\n" + world.engine().lastWords();
    }

    private String anyObject() {
      return List.copyOf(wanted.keySet()).get(random.nextInt(wanted.size()));
    }

    private Set<String> expected() {
      return wanted.entrySet().stream()
          .map(object -> object.getKey() + "=" + object.getValue())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> present() {
      return lines(
          "get",
          "configmaps,services,serviceaccounts",
          "-l",
          OWNED,
          "-o",
          "jsonpath={range .items[*]}{.kind}/{.metadata.name}={.metadata.annotations.value}"
              + "{\"\\n\"}{end}");
    }

    private Set<String> inventory() {
      return lines(
              "get",
              "kustomization",
              "app",
              "-o",
              "jsonpath={range .status.inventory.entries[*]}{.id}{\"\\n\"}{end}")
          .stream()
          .map(id -> id.split("_", -1))
          .map(id -> id[3] + "/" + id[1])
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> lines(String... command) {
      return require(world.namespace.kubectl(command))
          .lines()
          .filter(line -> !line.isBlank())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String file(String object) {
    return "app/" + object.replace('/', '-') + ".yaml";
  }

  private static String manifest(String object, String value) {
    String[] parts = object.split("/", -1);
    String spec = parts[0].equals("Service") ? "spec: {ports: [{port: 80}]}\n" : "";
    return """
    apiVersion: v1
    kind: %s
    metadata: {name: %s, annotations: {value: %s}}
    %s\
    """
        .formatted(parts[0], parts[1], value, spec);
  }
}
