package dev.levada.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.forge.ForgeRepository;
import dev.levada.testbed.forge.ForgeUser;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.forge.WithForge;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.WithRegistry;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From a push to a real registry, over a pull request at a real Git host, to a real cluster.
@OnCluster
@WithRegistry
@WithForge
final class PullRequestTest {

  private static final String PULL = "pullrequestpolicy/app";
  private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");

  private final ControlPlane cluster;
  private final ForgeRepository fleet;
  private TestNamespace namespace;
  private String image;

  PullRequestTest(ControlPlane cluster, Gitea gitea) {
    this.cluster = cluster;
    this.fleet = gitea.repository(gitea.user());
  }

  @BeforeEach
  void buildTheFirstImage(TestNamespace own, Registry registry) {
    namespace = own;
    image = registry.host() + "/" + own.name();
    TinyImage.push(image, "1.0.0");
  }

  private void release(String tag) {
    TinyImage.push(image, tag);
    ImageTagsTest.scan(namespace);
  }

  private void describe(World world, String branch) {
    world.apply(secret(fleet.owner().token()));
    describe(world, image, branch);
    world.apply(provider(fleet, fleet.base()));
    world.apply(policy());
  }

  /// The image, what is chosen of it, and the branch that it is pushed to.
  static void describe(World world, String image, String branch) {
    world.apply(ImageTagsTest.repository(image, ""));
    world.apply(ImageTagsTest.policy("app", "policy: {semver: {range: '>=1.0.0'}}"));
    world.apply(ImageUpdateTest.automation("push: {branch: " + branch + "}"));
  }

  @Test
  void anImageIsProposedSupersededMergedAndDeployed() {
    String first =
        fleet.addFile("main", "app/web.yaml", ImageUpdateTest.marked(namespace.name(), image));
    try (World world = World.open(cluster, namespace)) {
      world.apply(secret(fleet.owner().token()));
      world.deployFrom(fleet.url(), "secretRef: {name: fleet}", "./app");
      world.apply(release("web", "./app"));
      world.apply(release("other", "./charts/other"));
      world.awaitApplied(first);
      describe(world, "images");
      world.awaitMessage(PULL, "nothing to propose: main has all images");

      release("1.0.1");

      world.await(PULL, "jsonpath={.status.pullRequest.state}=open", 60);
      String number = world.get(PULL, "{.status.pullRequest.number}");
      assertThat(world.message(PULL))
          .isEqualTo("pull request " + number + " is open for " + image + ":1.0.1");
      assertThat(fleet.pulls())
          .contains("\"title\":\"Update " + namespace.name() + " to 1.0.1\"")
          .contains("| `1.0.0` | `1.0.1` | patch |")
          .contains("`app/web.yaml:12` `Deployment/web`")
          .contains("`Kustomization/" + namespace.name() + "/app`")
          .contains("`HelmRelease/" + namespace.name() + "/web`")
          .doesNotContain("HelmRelease/" + namespace.name() + "/other")
          .contains("\"name\":\"images\"");
      assertThat(fleet.read("main", "app/web.yaml")).contains(":1.0.0 #");

      release("1.1.0");

      world.awaitMessage(PULL, image + ":1.1.0");
      world.awaitEvent("which supersedes " + image + ":1.0.1");
      world.killEngine();
      world.restartEngine();
      release("2.0.0");
      world.awaitMessage(PULL, image + ":2.0.0");
      assertThat(NUMBER.matcher(fleet.pulls()).results()).as("pull requests").hasSize(1);
      assertThat(fleet.pulls()).contains("to 2.0.0\"").contains("| major |");

      fleet.merge(Long.parseLong(number));
      world.fetchNow();

      world.await(
          "deployment/web",
          "jsonpath={.spec.template.spec.containers[0].image}=" + image + ":2.0.0",
          60);
      world.await(PULL, "jsonpath={.status.pullRequest.state}=merged", 60);
      world.awaitEvent("pull request " + number + " is merged");
      assertThat(NUMBER.matcher(fleet.pulls()).results()).as("pull requests").hasSize(1);
      assertThat(require(world, "get", "prp")).contains(number).contains("merged");
    }
  }

  @Test
  void whatAPersonClosedIsLeftAloneUntilTheNextImage() {
    fleet.addFile("main", "app/web.yaml", ImageUpdateTest.marked(namespace.name(), image));
    try (World world = World.open(cluster, namespace)) {
      world.sourceAt(fleet.url(), "secretRef: {name: fleet}");
      describe(world, "images");
      world.awaitMessage(PULL, "nothing to propose");
      release("1.0.1");
      world.await(PULL, "jsonpath={.status.pullRequest.state}=open", 60);
      String number = world.get(PULL, "{.status.pullRequest.number}");

      fleet.close(Long.parseLong(number));
      look();

      world.awaitMessage(PULL, "pull request " + number + " was closed by somebody");
      assertThat(NUMBER.matcher(fleet.pulls()).results()).hasSize(1);
      release("1.0.2");
      world.awaitMessage(PULL, "is open for " + image + ":1.0.2");
      String next = world.get(PULL, "{.status.pullRequest.number}");
      assertThat(next).isNotEqualTo(number);

      // Somebody makes the same change by hand: the pull request has nothing left to bring.
      fleet.write("main", "app/web.yaml", fleet.read("images", "app/web.yaml"));
      look();

      world.awaitEvent("pull request " + next + " is closed: main has all images");
      world.await(PULL, "jsonpath={.status.pullRequest.state}=closed", 60);
      look();
      world.awaitMessage(PULL, "nothing to propose");
    }
  }

  @Test
  void aSmallStepIsMergedOnceItsChecksHavePassed(Gitea gitea) {
    fleet.addFile("main", "app/web.yaml", ImageUpdateTest.marked(namespace.name(), image));
    ForgeUser reviewer = gitea.user();
    fleet.invite(reviewer, "write");
    try (World world = World.open(cluster, namespace)) {
      world.sourceAt(fleet.url(), "secretRef: {name: fleet}");
      describe(world, "images");
      world.apply(
          policy()
              + """
                autoMerge:
                  method: squash
                  conditions: [approvals >= 1, "!('major' in steps)", "'ci/test' in checks"]
              """);
      world.awaitMessage(PULL, "nothing to propose");
      release("1.0.1");
      world.await(PULL, "jsonpath={.status.pullRequest.state}=open", 60);
      String number = world.get(PULL, "{.status.pullRequest.number}");
      look();
      world.awaitMessage(PULL, "not merged yet: 'approvals >= 1' does not hold; ''ci/test' in");

      fleet.report("images", "ci/test", "pending");
      look();
      world.awaitMessage(PULL, "not merged yet: check 'ci/test' is pending; 'approvals");
      fleet.report("images", "ci/test", "success");
      gitea
          .as(reviewer)
          .post(
              "/repos/" + fleet.fullName() + "/pulls/" + number + "/reviews",
              "{\"event\":\"APPROVED\",\"body\":\"fine\"}");
      look();

      world.await(PULL, "jsonpath={.status.pullRequest.state}=merged", 90);
      world.awaitEvent("pull request " + number + " is merged");
      assertThat(fleet.read("main", "app/web.yaml")).contains(image + ":1.0.1 #");

      release("2.0.0");
      world.awaitMessage(PULL, "is open for " + image + ":2.0.0");
      look();
      world.awaitMessage(PULL, "'!('major' in steps)' does not hold");
    }
  }

  @Test
  void whatCannotBeDoneIsSaid(Gitea gitea) {
    fleet.addFile("main", "app/web.yaml", ImageUpdateTest.marked(namespace.name(), image));
    try (World world = World.open(cluster, namespace)) {
      world.apply(policy());
      assertThat(world.awaitNotReady(PULL, "DependencyNotReady"))
          .contains("ImageUpdateAutomation 'app' not found");
      world.sourceAt(fleet.url(), "secretRef: {name: fleet}");
      describe(world, "main");
      assertThat(world.awaitNotReady(PULL, "InvalidSourceConfiguration"))
          .contains("pushes to 'main' itself")
          .contains("spec.git.push.branch");

      world.apply(policy() + "  autoMerge: {conditions: ['approvals >=']}\n");
      world.apply(ImageUpdateTest.automation("push: {branch: images}"));
      assertThat(world.awaitNotReady(PULL, "InvalidCELExpression"))
          .contains("spec.autoMerge.conditions");

      ForgeUser stranger = gitea.user();
      world.apply(secret("0123456789"));
      world.apply(provider(fleet, fleet.base()).replace("interval: 1h", "interval: 2h"));
      assertThat(world.awaitNotReady("gitprovider/fleet", "AuthenticationFailed"))
          .contains("HTTP 401")
          .contains("spec.secretRef");
      world.apply(secret(stranger.token()));
      world.apply(provider(fleet, fleet.base()).replace("repository: ", "repository: no-"));
      assertThat(world.awaitNotReady("gitprovider/fleet", "ForgeOperationFailed"))
          .contains("HTTP 404");
    }
  }

  /// A release of a chart that lies in the config repository.
  private static String release(String name, String chart) {
    return """
    apiVersion: helm.toolkit.fluxcd.io/v2
    kind: HelmRelease
    metadata: {name: %s}
    spec:
      interval: 1h
      chart: {spec: {chart: %s, sourceRef: {kind: GitRepository, name: app}}}
    """
        .formatted(name, chart);
  }

  /// Gives something half a minute to become so.
  static void awaitSo(BooleanSupplier question) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (!question.getAsBoolean() && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
  }

  /// Asks for the pull request to be looked at now, as a person does.
  static void look(TestNamespace namespace) {
    namespace
        .kubectl(
            "annotate", PULL, "--overwrite", "reconcile.fluxcd.io/requestedAt=" + System.nanoTime())
        .output();
  }

  private void look() {
    look(namespace);
  }

  private static String require(World world, String... arguments) {
    return world.namespace.kubectl(arguments).output();
  }

  private String secret(String token) {
    return secret("fleet", fleet.owner(), token);
  }

  /// Who pushes, and the token that opens pull requests.
  static String secret(String name, ForgeUser user, String token) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: %s}
    stringData: {username: "%s", password: "%s", token: "%s"}
    """
        .formatted(name, user.name(), user.token(), token);
  }

  /// @param base the address at which the forge is asked
  static String provider(ForgeRepository fleet, String base) {
    return """
    apiVersion: levada.dev/v1alpha1
    kind: GitProvider
    metadata: {name: fleet}
    spec:
      type: gitea
      url: %s
      repository: %s
      secretRef: {name: fleet}
      interval: 1h
    """
        .formatted(base, fleet.fullName());
  }

  static String policy() {
    return """
    apiVersion: levada.dev/v1alpha1
    kind: PullRequestPolicy
    metadata: {name: app}
    spec:
      automationRef: {name: app}
      providerRef: {name: fleet}
      labels: [images]
      interval: 1h
    """;
  }
}
