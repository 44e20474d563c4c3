package dev.levada.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.exchange.CountingFront;
import dev.levada.testbed.exchange.CountingFront.Fate;
import dev.levada.testbed.forge.ForgeRepository;
import dev.levada.testbed.forge.ForgeUser;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.forge.WithForge;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.WithRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// People and machines get in the way between the push of an image and the merge of its pull
/// request. A second one is never opened for the same images.
@OnCluster
@WithRegistry
@WithForge
final class PullRequestFaultTest {

  private static final String PULL = "pullrequestpolicy/app";
  private static final String AUTOMATION = "imageupdateautomation/app";
  private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
  private static final Pattern OPEN = Pattern.compile("\"state\":\"open\"");

  private final ControlPlane cluster;
  private final ForgeRepository fleet;
  private final CountingFront front;
  private TestNamespace namespace;
  private String image;

  PullRequestFaultTest(ControlPlane cluster, Gitea gitea) {
    this.cluster = cluster;
    this.fleet = gitea.repository(gitea.user());
    this.front = new CountingFront(fleet.base());
  }

  @BeforeEach
  void buildTheFirstImage(TestNamespace own, Registry registry) {
    namespace = own;
    image = registry.host() + "/" + own.name();
    TinyImage.push(image, "1.0.0");
    fleet.addFile("main", "app/web.yaml", ImageUpdateTest.marked(namespace.name(), image));
  }

  @AfterEach
  void closeTheFront() {
    front.close();
  }

  private World open() {
    World world = World.open(cluster, namespace);
    ForgeUser owner = fleet.owner();
    world.apply(PullRequestTest.secret("fleet", owner, owner.token()));
    world.sourceAt(fleet.url(), "secretRef: {name: fleet}");
    PullRequestTest.describe(world, image, "images");
    world.apply(PullRequestTest.provider(fleet, "http://" + front.host()));
    world.apply(PullRequestTest.policy());
    return world;
  }

  private void release(String tag) {
    TinyImage.push(image, tag);
    ImageTagsTest.scan(namespace);
  }

  private long count(Pattern what) {
    return what.matcher(fleet.pulls()).results().count();
  }

  private void awaitCount(Pattern what, long expected) {
    PullRequestTest.awaitSo(() -> count(what) == expected);
    assertThat(count(what)).isEqualTo(expected);
  }

  private boolean isOpening(String asked) {
    return asked.equals("POST /api/v1/repos/" + fleet.fullName() + "/pulls");
  }

  /// Releases an image, and kills the engine where it asks for a pull request to be opened.
  private void killWhileOpening(World world, Fate fate) throws InterruptedException {
    var killed = new CountDownLatch(1);
    front.decide(asked -> {
      if (!isOpening(asked)) {
        return Fate.PASSED;
      }
      world.killEngine();
      killed.countDown();
      return fate;
    });
    release("1.0.1");
    assertThat(killed.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private void opening(Fate fate) {
    front.decide(asked -> isOpening(asked) ? fate : Fate.PASSED);
  }

  @ParameterizedTest
  @EnumSource(names = {"BROKEN_OFF", "ANSWER_LOST"})
  void killedBetweenPushAndOpeningItOpensOne(Fate fate) throws InterruptedException {
    try (World world = open()) {
      world.awaitMessage(PULL, "nothing to propose");
      killWhileOpening(world, fate);
      awaitCount(NUMBER, fate == Fate.BROKEN_OFF ? 0 : 1);
      assertThat(fleet.read("images", "app/web.yaml")).contains(image + ":1.0.1 #");

      opening(Fate.PASSED);
      world.restartEngine();

      world.awaitMessage(PULL, "is open for " + image + ":1.0.1");
      PullRequestTest.look(namespace);
      world.awaitMessage(PULL, "is open for " + image + ":1.0.1");
      assertThat(count(NUMBER)).isEqualTo(1);
    }
  }

  @Test
  void whatAPersonClosesWhileTheEngineIsDeadIsNotProposedAgain() throws InterruptedException {
    try (World world = open()) {
      world.awaitMessage(PULL, "nothing to propose");
      killWhileOpening(world, Fate.ANSWER_LOST);
      awaitCount(OPEN, 1);
      fleet.close(fleet.open().getFirst());

      opening(Fate.PASSED);
      world.restartEngine();

      world.awaitMessage(PULL, "was closed by somebody; another follows when there are other");
      PullRequestTest.look(namespace);
      world.awaitMessage(PULL, "was closed by somebody; another follows when there are other");
      assertThat(count(NUMBER)).isEqualTo(1);
      release("1.0.2");
      world.awaitMessage(PULL, "is open for " + image + ":1.0.2");
      assertThat(count(OPEN)).isEqualTo(1);
      assertThat(count(NUMBER)).isEqualTo(2);
    }
  }

  @Test
  void aHostThatIsAwayIsToldAndTheBranchMayGoMeanwhile() {
    try (World world = open()) {
      world.awaitMessage(PULL, "nothing to propose");
      opening(Fate.BROKEN_OFF);
      release("1.0.1");
      assertThat(world.awaitNotReady(PULL, "ForgeOperationFailed"))
          .contains("opening a pull request at http://" + front.host());

      fleet.deleteBranch("images");
      opening(Fate.PASSED);
      PullRequestTest.look(namespace);

      world.awaitEvent("the branch 'images' with " + image + ":1.0.1 is gone");
      world.awaitMessage(PULL, "is open for " + image + ":1.0.1");
      assertThat(count(NUMBER)).isEqualTo(1);
    }
  }

  @Test
  void aBranchThatAPersonDeletesComesBackWithTheNextImage() {
    try (World world = open()) {
      world.awaitMessage(PULL, "nothing to propose");
      release("1.0.1");
      world.awaitMessage(PULL, "is open for " + image + ":1.0.1");

      fleet.deleteBranch("images");
      awaitCount(OPEN, 0);
      PullRequestTest.look(namespace);

      world.awaitMessage(PULL, "was closed by somebody; another follows when there are other");
      release("1.0.2");
      world.awaitMessage(PULL, "is open for " + image + ":1.0.2");
      assertThat(count(OPEN)).isEqualTo(1);
      assertThat(count(NUMBER)).isEqualTo(2);
      assertThat(fleet.read("images", "app/web.yaml")).contains(image + ":1.0.2 #");
    }
  }

  @Test
  void protectionOfBranchesIsToldByItsRule() {
    fleet.protect("images", "\"enable_push\":false");
    fleet.protect("main", "\"enable_push\":false,\"required_approvals\":1");
    try (World world = open()) {
      world.awaitMessage(PULL, "nothing to propose");
      release("1.0.1");
      assertThat(world.awaitNotReady(AUTOMATION, "GitOperationFailed"))
          .contains("refs/heads/images")
          .contains("protected branch images");

      world.apply(ImageUpdateTest.automation("push: {branch: free}"));
      world.apply(PullRequestTest.policy() + "  autoMerge: {}\n");
      world.awaitMessage(PULL, "is open for " + image + ":1.0.1");
      PullRequestTest.look(namespace);
      assertThat(world.awaitMessage(PULL, "not merged yet")).contains("approvals");
      assertThat(count(OPEN)).isEqualTo(1);
    }
  }

  @Test
  void rightsThatAreMissingAreNamed(Gitea gitea) {
    ForgeUser reader = gitea.user();
    fleet.invite(reader, "read");
    try (World world = open()) {
      world.awaitMessage(PULL, "nothing to propose");
      world.apply(PullRequestTest.secret("fleet", reader, fleet.owner().token()));
      release("1.0.1");
      assertThat(world.awaitNotReady(AUTOMATION, "GitOperationFailed"))
          .contains("User permission denied for writing")
          .contains("may write to the repository");

      String reading = gitea.token(fleet.owner().name(), "read:repository,read:issue");
      world.apply(PullRequestTest.secret("fleet", fleet.owner(), reading));
      world.apply(ImageUpdateTest.automation("push: {branch: others}"));
      assertThat(world.awaitNotReady(PULL, "AuthenticationFailed"))
          .contains("opening a pull request")
          .contains("write:repository");
    }
  }
}
