package dev.levada.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.exchange.CountingFront;
import dev.levada.testbed.forge.ForgeRepository;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.forge.WithForge;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.WithRegistry;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each image has a pull request of its own at a real Git host.
@OnCluster
@WithRegistry
@WithForge
final class PullRequestGroupingTest {

  private static final String PULL = "pullrequestpolicy/app";
  private static final String FILE = "app/images.yaml";
  private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
  private static final Pattern OPEN = Pattern.compile("\"state\":\"open\"");

  private final ControlPlane cluster;
  private final ForgeRepository fleet;
  private final CountingFront front;
  private TestNamespace namespace;
  private String host;

  PullRequestGroupingTest(ControlPlane cluster, Gitea gitea) {
    this.cluster = cluster;
    this.fleet = gitea.repository(gitea.user());
    this.front = new CountingFront(fleet.base());
  }

  @AfterEach
  void closeTheFront() {
    front.close();
  }

  @BeforeEach
  void buildTheFirstImages(TestNamespace own, Registry registry) {
    namespace = own;
    host = registry.host();
    TinyImage.push(image("app"), "1.0.0");
    TinyImage.push(image("db"), "1.0.0");
    fleet.addFile("main", FILE, file("1.0.0", "1.0.0"));
  }

  private String image(String name) {
    return host + "/" + namespace.name() + "/" + name;
  }

  /// Two images on neighbouring lines, where Git cannot merge changes of both.
  private String file(String app, String db) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: images}
    data:
      app: %1$s:%2$s # {"$imagepolicy": "%5$s:app"}
      db: %3$s:%4$s # {"$imagepolicy": "%5$s:db"}
    """
        .formatted(image("app"), app, image("db"), db, namespace.name());
  }

  private void release(String name, String tag) {
    TinyImage.push(image(name), tag);
    namespace
        .kubectl(
            "annotate",
            "imagerepository",
            name,
            "--overwrite",
            "reconcile.fluxcd.io/requestedAt=" + System.nanoTime())
        .output();
  }

  private World open() {
    World world = World.open(cluster, namespace);
    world.apply(PullRequestTest.secret("fleet", fleet.owner(), fleet.owner().token()));
    world.sourceAt(fleet.url(), "secretRef: {name: fleet}");
    PullRequestTest.describe(world, image("app"), "images");
    String semver = "policy: {semver: {range: '>=1.0.0'}}";
    world.apply(ImageTagsTest.repository(image("db"), "").replace("name: app", "name: db"));
    world.apply(ImageTagsTest.policy("db", semver).replace("Ref: {name: app", "Ref: {name: db"));
    world.apply(PullRequestTest.provider(fleet, "http://" + front.host()));
    return world;
  }

  private long count(Pattern what) {
    return what.matcher(fleet.pulls()).results().count();
  }

  private String numberOf(World world, String policy) {
    return world.get(PULL, "{.status.pullRequests[?(@.policy==\"" + policy + "\")].number}");
  }

  @Test
  void eachImageIsProposedMergedAndFollowedByTheOther() {
    try (World world = open()) {
      String each =
          PullRequestTest.policy()
              + "  grouping: ImagePolicy\n"
              + "  title: 'Bring {{ .Policy }} on {{ .Branch }}'\n";
      world.apply(each + "  maxOpen: 1\n");
      world.awaitMessage(PULL, "nothing to propose: main has all images");
      release("app", "1.0.1");
      world.awaitMessage(PULL, "is open for " + image("app") + ":1.0.1");
      release("db", "1.0.1");
      world.awaitMessage(
          PULL, image("db") + ":1.0.1 waits: 1 pull request is open, as many as spec.maxOpen");
      assertThat(count(NUMBER)).isEqualTo(1);

      world.apply(each + "  maxOpen: 2\n");

      world.awaitMessage(PULL, "is open for " + image("db") + ":1.0.1");
      assertThat(fleet.pulls())
          .contains("\"title\":\"Bring app on images-app\"")
          .contains("\"title\":\"Bring db on images-db\"");
      assertThat(fleet.read("images-app", FILE)).isEqualTo(file("1.0.1", "1.0.0"));
      assertThat(fleet.read("images-db", FILE)).isEqualTo(file("1.0.0", "1.0.1"));
      assertThat(namespace.kubectl("get", "prp").output())
          .contains(numberOf(world, "app") + ", " + numberOf(world, "db"));

      assertThat(askedInOneRun(world))
          .as("the host is asked once for all that are open")
          .noneMatch(asked -> asked.contains("/pulls/main/"))
          .filteredOn(asked -> asked.contains("/pulls") && asked.contains("state=open"))
          .hasSize(1);

      world.killEngine();
      world.restartEngine();
      fleet.merge(Long.parseLong(numberOf(world, "app")));
      world.fetchNow();

      world.awaitEvent("pull request " + numberOf(world, "app") + " is merged");
      PullRequestTest.look(namespace);
      world.awaitMessage(PULL, "is open for " + image("db") + ":1.0.1");
      awaitFile("images-db", file("1.0.1", "1.0.1"));
      fleet.merge(Long.parseLong(numberOf(world, "db")));
      assertThat(fleet.read("main", FILE)).isEqualTo(file("1.0.1", "1.0.1"));
      assertThat(count(NUMBER)).isEqualTo(2);
    }
  }

  @Test
  void anotherGroupingTakesThePlaceOfTheOneBefore() {
    try (World world = open()) {
      world.apply(PullRequestTest.policy() + "  grouping: ImagePolicy\n");
      world.awaitMessage(PULL, "nothing to propose");
      release("app", "1.0.1");
      release("db", "1.0.1");
      world.awaitMessage(PULL, "is open for " + image("db") + ":1.0.1");
      world.awaitMessage(PULL, "is open for " + image("app") + ":1.0.1");
      String app = numberOf(world, "app");

      world.apply(PullRequestTest.policy() + "  grouping: All\n");

      world.awaitMessage(PULL, "is open for " + image("app") + ":1.0.1, " + image("db") + ":1.0.1");
      world.awaitEvent(
          "pull request " + app + " is closed: its images are proposed in another place");
      assertThat(count(OPEN)).isEqualTo(1);
      assertThat(world.get(PULL, "{.status.pullRequests}{.status.open}")).isEmpty();

      world.apply(PullRequestTest.policy() + "  grouping: ImagePolicy\n  branch: 'all'\n");
      assertThat(world.awaitNotReady(PULL, "InvalidSourceConfiguration"))
          .contains("the branch 'all', which is that of ImagePolicy app");
    }
  }

  private List<String> askedInOneRun(World world) {
    int before = front.requests().size();
    String token = Long.toString(System.nanoTime());
    String request = "reconcile.fluxcd.io/requestedAt=" + token;
    namespace.kubectl("annotate", PULL, "--overwrite", request).output();
    world.await(PULL, "jsonpath={.status.lastHandledReconcileAt}=" + token, 60);
    List<String> asked = front.requests();
    return asked.subList(before, asked.size());
  }

  private void awaitFile(String branch, String text) {
    PullRequestTest.awaitSo(() -> fleet.read(branch, FILE).equals(text));
    assertThat(fleet.read(branch, FILE)).isEqualTo(text);
  }
}
