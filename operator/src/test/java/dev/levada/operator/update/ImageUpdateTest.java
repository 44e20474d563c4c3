package dev.levada.operator.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.api.GitRepository;
import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.RequestMeter;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.fetch.git.GitRemote;
import dev.levada.fetch.git.GitWrite;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.source.GitAccess;
import dev.levada.operator.source.NamedSecrets;
import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.ScriptedServer;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.TestRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Updates a repository on a real Git server; no cluster is asked, since nothing names a Secret.
final class ImageUpdateTest {

  private static final String GIT =
      "checkout: {ref: {branch: main}}, commit: {author: {name: r, email: r@example.com}}";
  private static final String OLD = "image: web:1.0.0 # {\"$imagepolicy\": \"apps:web\"}\n";
  private static final String NEW = OLD.replace("1.0.0", "1.0.1");

  @TempDir private Path folder;
  private final ResourceCache<ImagePolicy> policies = new ResourceCache<>(ImagePolicy::of);
  private final ResourceCache<GitRepository> sources = new ResourceCache<>(GitRepository::of);
  private final ScriptedServer cluster = new ScriptedServer(asked -> Answer.json(404, "{}"));
  private final KubeClient client =
      KubeClient.connect(
          ClusterConfig.ofTokens(cluster.base(), "", () -> "token"), RequestMeter.NONE);
  private TestRepository repository;
  private GitHttpServer git;
  private ImageUpdate update;
  private int version = 1;

  @BeforeEach
  void open() {
    repository = TestRepository.create(folder.resolve("git/app.git"));
    git = GitHttpServer.open(folder.resolve("git"));
    update =
        new ImageUpdate(
            policies,
            sources,
            new GitAccess(client),
            new NamedSecrets(client),
            new GitRemote(folder.resolve("cache")),
            new ImageUpdate.UpdateRules(false, GitWrite.BranchStart.SOURCE),
            Clock.systemUTC());
    repository.commit(Map.of("app/web.yaml", OLD, "else/web.yaml", OLD, "app/note.txt", OLD));
    sources.changed(
        object(
            GitRepository.KIND,
            "{}",
            "{url: '" + git.url("app.git") + "', interval: 1h, ref: {branch: main}}",
            "{}"),
        false);
    choose("1.0.1");
  }

  @AfterEach
  void close() {
    git.close();
    client.close();
    cluster.close();
  }

  private void choose(String tag) {
    policies.changed(
        object(
            ImagePolicy.KIND,
            "{team: blue}",
            "{imageRepositoryRef: {name: web}, policy: {}}",
            "{latestRef: {name: web, tag: " + tag + "}}"),
        false);
  }

  private Manifest object(String kind, String labels, String spec, String status) {
    String yaml =
        """
        apiVersion: x/v1
        kind: %s
        metadata:
          {name: web, namespace: apps, generation: 1, resourceVersion: "%d", labels: %s}
        spec: %s
        status: %s
        """
            .formatted(kind, version++, labels, spec, status);
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return new Manifest((Mapping) YamlReader.first(bytes, YamlRules.RESOURCE_V3).orElseThrow());
  }

  private ImageUpdateAutomation automation(String git, String spec, String status) {
    String whole =
        "{sourceRef: {kind: GitRepository, name: web}, interval: 1h, git: {"
            + git
            + "}"
            + spec
            + "}";
    return ImageUpdateAutomation.of(object(ImageUpdateAutomation.KIND, "{}", whole, status));
  }

  private ImageUpdate.Done run(String git, String spec) {
    return update.run(automation(git, spec, "{}"));
  }

  private String show(String what) {
    return repository.git("show", what) + "\n";
  }

  private String tip(String branch) {
    return repository.git("rev-parse", branch).strip();
  }

  @Test
  void onlyFilesBelowThePathAreUpdatedAndASecondRunPushesNothing() {
    ImageUpdate.Done done = run(GIT, ", update: {path: ./app}");
    assertThat(done.pushed()).isPresent();
    assertThat(done.revision()).isEqualTo("main@sha1:" + tip("main"));
    assertThat(show("main:app/web.yaml")).isEqualTo(NEW);
    assertThat(show("main:else/web.yaml")).isEqualTo(OLD);
    assertThat(show("main:app/note.txt")).isEqualTo(OLD);
    assertThat(repository.git("log", "-1", "--format=%an %ae %s", "main").strip())
        .isEqualTo("r r@example.com Update from image update automation");

    assertThat(run(GIT, ", update: {path: ./app}").pushed()).isEmpty();
    assertThat(repository.git("rev-list", "--count", "main").strip()).isEqualTo("2");
  }

  @Test
  void aRunThatFindsAllAsItLeftItFetchesNothing() {
    String revision = run(GIT, "").revision();
    int before = git.requests().size();
    String status =
        "{conditions: [{type: Ready, status: 'True'}], observedGeneration: 1,"
            + " observedSourceRevision: '"
            + revision
            + "', observedPolicies: {web: {name: web, tag: 1.0.1}}}";
    assertThat(update.run(automation(GIT, "", status)).pushed()).isEmpty();
    // the two that ask where the branch is, and none for objects
    assertThat(git.requests()).hasSize(before + 2);

    choose("1.0.2");
    assertThat(update.run(automation(GIT, "", status)).pushed()).isPresent();
    assertThat(show("main:app/web.yaml")).contains("web:1.0.2 #");
  }

  @Test
  void branchAndRefspecArePushedAndTheSourceStays() {
    String first = tip("main");
    ImageUpdate.Done done =
        run(GIT + ", push: {branch: review, refspec: 'refs/heads/review:refs/heads/more'}", "");
    assertThat(done.revision()).isEqualTo("main@sha1:" + first);
    assertThat(tip("main")).isEqualTo(first);
    assertThat(show("review:app/web.yaml")).isEqualTo(NEW);
    assertThat(tip("more")).isEqualTo(tip("review"));
  }

  @Test
  void aSelectorTakesPoliciesByTheirLabels() {
    String unwanted =
        ", policySelector: {matchExpressions: [{key: team, operator: NotIn, values: [blue]}]}";
    assertThat(run(GIT, unwanted).pushed()).isEmpty();
    assertThat(run(GIT, ", policySelector: {matchLabels: {team: blue}}").pushed()).isPresent();
    assertFails(
        Reason.INVALID_POLICY_SELECTOR,
        GIT,
        ", policySelector: {matchExpressions: [{key: team, operator: Near, values: [blue]}]}");
  }

  @Test
  void whatCannotBeDoneHasItsReason() {
    assertFails(Reason.INVALID_SOURCE_CONFIGURATION, "", "");
    assertFails(Reason.INVALID_SOURCE_CONFIGURATION, GIT.replace("branch: main", "tag: v1"), "");
    assertFails(Reason.INVALID_UPDATE_STRATEGY, GIT, ", update: {strategy: Magic}");
    assertFails(Reason.UPDATE_FAILED, GIT, ", update: {path: absent}");
    assertFails(Reason.UPDATE_FAILED, GIT, ", update: {path: ../up}");
    assertFails(Reason.GIT_OPERATION_FAILED, GIT.replace("branch: main", "branch: gone"), "");
    String commit = "commit: {author: {email: a@b}, ";
    assertFails(
        Reason.REMOVED_TEMPLATE_FIELD,
        "checkout: {ref: {branch: main}}, " + commit + "messageTemplate: '{{ .Updated }}'}",
        "");
    assertFails(
        Reason.SOURCE_MANAGER_FAILED,
        "checkout: {ref: {branch: main}}, " + commit + "signingKey: {secretRef: {name: key}}}",
        "");
    sources.absent();
    assertFails(Reason.SOURCE_MANAGER_FAILED, GIT, "");
  }

  private void assertFails(Reason reason, String git, String spec) {
    assertThatThrownBy(() -> run(git, spec))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> assertThat(failed.failure().reason()).isEqualTo(reason));
  }

  @Test
  void aPlaceThatCannotBeEditedIsTold() {
    String broken = "image: web:1 # {\"$imagepolicy\": \"nobody\"}\n";
    repository.commit(Map.of("app/odd.yaml", broken));
    ImageUpdate.Done done = run(GIT, "");
    assertThat(done.pushed()).isPresent();
    assertThat(done.problems())
        .singleElement()
        .asString()
        .startsWith("app/odd.yaml:1: ")
        .contains("names no policy");
  }
}
