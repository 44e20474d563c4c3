package dev.levada.fetch.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import dev.levada.testbed.forge.GitHubEmulator;
import dev.levada.testbed.forge.WithGitHub;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The adapter for GitHub against an emulator that keeps state, as a GitHub App whose proof and
/// tokens are really checked.
@WithGitHub
class GitHubForgeTest {

  private final WebClients clients = new WebClients();
  private final GitHubEmulator gitHub;

  GitHubForgeTest(GitHubEmulator gitHub) {
    this.gitHub = gitHub;
  }

  @AfterEach
  void close() {
    clients.close();
  }

  private ForgeSettings settings(String repository, Credentials credentials) {
    return new ForgeSettings(
        ForgeKind.GITHUB,
        URI.create(gitHub.base()),
        repository,
        credentials,
        WebSettings.standard());
  }

  private GitHubApp app(String installation, String owner, String key) {
    return new GitHubApp(
        new GitHubApp.Identity(
            GitHubEmulator.APP, installation, owner, key.getBytes(StandardCharsets.US_ASCII)),
        clients.get(WebSettings.standard()),
        Clock.systemUTC());
  }

  private Forge asApp(String installation, String owner) {
    return new Forges(clients, Clock.systemUTC())
        .open(
            settings(GitHubEmulator.REPOSITORY, new Credentials.None()),
            app(installation, owner, gitHub.key()));
  }

  private static NewPullRequest request(String head) {
    return new NewPullRequest(head, "main", "Update app to 1.1.0", "old → new", false);
  }

  @Test
  void anAppTakesAPullRequestFromOpeningToMerging() {
    Forge forge = asApp(GitHubEmulator.INSTALLATION, "");
    gitHub.commit("update", "app.yaml", "aW1hZ2U6IGFwcDoxLjEuMAo=");

    assertThat(forge.defaultBranch()).isEqualTo("main");
    assertThat(forge.find("update", "main")).isEmpty();
    PullRequest opened = forge.open(request("update"));
    assertThat(opened.state()).isEqualTo(PullRequest.State.OPEN);
    assertThat(opened.head()).isEqualTo("update");
    assertThat(forge.find("update", "main")).hasValue(opened);
    assertThat(forge.open(request("update")).number()).isEqualTo(opened.number());
    assertThat(forge.update(opened.number(), "Better title", "more").title())
        .isEqualTo("Better title");
    forge.comment(opened.number(), "planned: 1 change");
    forge.label(opened.number(), List.of("images"));
    gitHub
        .api()
        .post(
            "/repos/" + GitHubEmulator.REPOSITORY + "/check-runs",
            "{\"name\":\"ci/test\",\"head_sha\":\"%s\",\"status\":\"completed\",\"conclusion\":\"success\"}"
                .formatted(opened.commit()));
    assertThat(forge.statuses(opened.commit()))
        .singleElement()
        .satisfies(status -> {
          assertThat(status.context()).isEqualTo("ci/test");
          assertThat(status.state()).isEqualTo(CommitStatus.State.SUCCESS);
        });
    assertThat(forge.approvals(opened.number())).isZero();
    approve(opened.number());
    assertThat(forge.approvals(opened.number())).isEqualTo(1);

    forge.merge(forge.get(opened.number()), Forge.MergeMethod.SQUASH, "merged by Levada");

    assertThat(forge.get(opened.number()).state()).isEqualTo(PullRequest.State.MERGED);
    assertThat(forge.find("update", "main")).isEmpty();
    assertThat(gitHub.api().send("GET", at("/contents/app.yaml?ref=main"), ""))
        .contains("\"path\":\"app.yaml\"");
  }

  private static String at(String path) {
    return "/repos/" + GitHubEmulator.REPOSITORY + path;
  }

  private void approve(long number) {
    gitHub.api().post(at("/pulls/" + number + "/reviews"), "{\"event\":\"APPROVE\"}");
  }

  @Test
  void anAppIsFoundByTheOwnerThatInstalledIt() {
    gitHub.commit("by-owner", "other.yaml", "eA==");
    Forge forge = asApp("", GitHubEmulator.OWNER);
    PullRequest opened = forge.open(request("by-owner"));

    forge.close(opened.number());

    assertThat(forge.get(opened.number()).state()).isEqualTo(PullRequest.State.CLOSED);
    assertThat(forge.find("by-owner", "main")).isEmpty();
  }

  @Test
  void whatGitHubRefusesIsTold() {
    var forges = new Forges(clients, Clock.systemUTC());
    var none = new Credentials.None();

    assertFails(
        ForgeFailed.Kind.UNAUTHORIZED,
        () ->
            forges
                .open(
                    settings(GitHubEmulator.REPOSITORY, none),
                    app(GitHubEmulator.INSTALLATION, "", GitHubEmulator.newKey()))
                .defaultBranch());
    assertFails(
        ForgeFailed.Kind.NOT_FOUND,
        () ->
            forges
                .open(settings(GitHubEmulator.REPOSITORY, none), app("999", "", gitHub.key()))
                .defaultBranch());
    assertFails(
        ForgeFailed.Kind.NOT_FOUND,
        () ->
            forges
                .open(settings("org/absent", new Credentials.Bearer(gitHub.token())))
                .defaultBranch());
    assertFails(
        ForgeFailed.Kind.INVALID,
        () ->
            asApp(GitHubEmulator.INSTALLATION, "")
                .open(new NewPullRequest("main", "main", "", "", false)));
  }

  @Test
  void anAppThatMayOnlyReadIsTold() {
    gitHub.commit("read-only", "read-only.yaml", "eA==");
    Forge reader =
        new Forges(clients, Clock.systemUTC())
            .open(
                settings(GitHubEmulator.REPOSITORY, new Credentials.None()),
                new GitHubApp(
                    new GitHubApp.Identity(
                        GitHubEmulator.READER,
                        GitHubEmulator.READER_INSTALLATION,
                        "",
                        gitHub.key().getBytes(StandardCharsets.US_ASCII)),
                    clients.get(WebSettings.standard()),
                    Clock.systemUTC()));

    assertThat(reader.defaultBranch()).isEqualTo("main");
    assertFails(ForgeFailed.Kind.FORBIDDEN, () -> reader.open(request("read-only")));
  }

  private static void assertFails(ForgeFailed.Kind kind, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ForgeFailed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
  }
}
