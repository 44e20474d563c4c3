package dev.levada.fetch.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import dev.levada.testbed.forge.ForgeRepository;
import dev.levada.testbed.forge.ForgeUser;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.forge.WithForge;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The adapter for Gitea against a real one.
@WithForge
class GiteaForgeTest {

  private final WebClients clients = new WebClients();

  @AfterEach
  void close() {
    clients.close();
  }

  private Forge open(ForgeRepository repository, String token) {
    var settings =
        new ForgeSettings(
            ForgeKind.GITEA,
            URI.create(repository.base()),
            repository.fullName(),
            new Credentials.Bearer(token),
            WebSettings.standard());
    return new Forges(clients, Clock.systemUTC()).open(settings);
  }

  private static NewPullRequest request(String head) {
    return new NewPullRequest(head, "main", "Update app to 1.1.0", "old → new", false);
  }

  @Test
  void aPullRequestGoesFromOpeningToMerging(Gitea gitea) {
    ForgeRepository repository = gitea.repository(gitea.user());
    Forge forge = open(repository, repository.owner().token());
    String commit = repository.addFile("update", "app.yaml", "image: app:1.1.0\n");

    assertThat(forge.defaultBranch()).isEqualTo("main");
    assertThat(forge.find("update", "main")).isEmpty();
    PullRequest opened = forge.open(request("update"));
    assertThat(opened.commit()).isEqualTo(commit);
    assertThat(opened.state()).isEqualTo(PullRequest.State.OPEN);
    assertThat(forge.open(request("update")).number()).isEqualTo(opened.number());
    assertThat(forge.update(opened.number(), "Better title", "more").title())
        .isEqualTo("Better title");
    forge.comment(opened.number(), "planned: 1 change");
    forge.label(opened.number(), List.of("images"));
    forge.setStatus(
        new CommitStatus(
            commit,
            "levada/plan",
            CommitStatus.State.SUCCESS,
            "1 change",
            "https://example.com/x"));
    assertThat(forge.statuses(commit))
        .singleElement()
        .satisfies(status -> {
          assertThat(status.context()).isEqualTo("levada/plan");
          assertThat(status.state()).isEqualTo(CommitStatus.State.SUCCESS);
        });
    assertThat(forge.approvals(opened.number())).isZero();

    forge.merge(forge.get(opened.number()), Forge.MergeMethod.SQUASH, "merged by Levada");

    assertThat(forge.get(opened.number()).state()).isEqualTo(PullRequest.State.MERGED);
    assertThat(forge.find("update", "main")).isEmpty();
  }

  @Test
  void reviewsOfOthersCount(Gitea gitea) {
    ForgeRepository repository = gitea.repository(gitea.user());
    ForgeUser reviewer = gitea.user();
    repository.invite(reviewer, "write");
    repository.addFile("update", "app.yaml", "x\n");
    Forge forge = open(repository, repository.owner().token());
    PullRequest opened = forge.open(request("update"));
    forge.requestReviews(opened.number(), List.of(reviewer.name()));

    gitea
        .as(reviewer)
        .post(
            "/repos/" + repository.fullName() + "/pulls/" + opened.number() + "/reviews",
            "{\"event\":\"APPROVED\",\"body\":\"fine\"}");

    assertThat(forge.approvals(opened.number())).isEqualTo(1);
  }

  @Test
  void aClosedOneIsNotFoundAndTheNextIsAnother(Gitea gitea) {
    ForgeRepository repository = gitea.repository(gitea.user());
    repository.addFile("update", "app.yaml", "x\n");
    Forge forge = open(repository, repository.owner().token());
    PullRequest first = forge.open(request("update"));

    forge.close(first.number());

    assertThat(forge.get(first.number()).state()).isEqualTo(PullRequest.State.CLOSED);
    assertThat(forge.find("update", "main")).isEmpty();
    PullRequest second = forge.open(request("update"));
    assertThat(second.number()).isNotEqualTo(first.number());
    assertThat(forge.find("update", "main")).hasValue(second);
    assertThat(forge.open(request("update"))).isEqualTo(second);
    assertThat(forge.allOpen(1)).hasValue(List.of(second));
    assertThat(forge.latestClosed())
        .extracting(PullRequest::number, PullRequest::commit)
        .containsExactly(tuple(first.number(), first.commit()));
  }

  @Test
  void aHeadThatMovedOnIsNotMerged(Gitea gitea) {
    ForgeRepository repository = gitea.repository(gitea.user());
    repository.addFile("update", "app.yaml", "x\n");
    Forge forge = open(repository, repository.owner().token());
    PullRequest seen = forge.open(request("update"));
    repository
        .api()
        .post(
            "/repos/" + repository.fullName() + "/contents/more.yaml",
            "{\"branch\":\"update\",\"content\":\"eA==\",\"message\":\"more\"}");

    assertThatThrownBy(() -> forge.merge(seen, Forge.MergeMethod.MERGE, "no"))
        .isInstanceOfSatisfying(
            ForgeFailed.class,
            failed -> assertThat(failed.kind()).isEqualTo(ForgeFailed.Kind.CONFLICT));
  }

  @Test
  void whatProtectsABranchIsTold(Gitea gitea) {
    ForgeRepository repository = gitea.repository(gitea.user());
    repository.protect("main", "\"enable_push\":false,\"required_approvals\":2");
    repository.addFile("update", "app.yaml", "x\n");
    Forge forge = open(repository, repository.owner().token());

    assertThat(forge.protection("main"))
        .startsWith("branch 'main' is protected")
        .contains("required approvals: 2");
    assertThat(forge.protection("update")).isEmpty();
    PullRequest opened = forge.open(request("update"));
    assertThatThrownBy(() -> forge.merge(opened, Forge.MergeMethod.MERGE, "no"))
        .isInstanceOf(ForgeFailed.class)
        .hasMessageContaining("merging pull request");
  }

  @Test
  void anAccountWithoutRightsIsTold(Gitea gitea) {
    ForgeRepository repository = gitea.repository(gitea.user());
    repository.addFile("update", "app.yaml", "x\n");
    String reading = gitea.token(repository.owner().name(), "read:repository,read:issue");

    assertThatThrownBy(() -> open(repository, reading).open(request("update")))
        .isInstanceOfSatisfying(
            ForgeFailed.class,
            failed -> assertThat(failed.kind()).isEqualTo(ForgeFailed.Kind.FORBIDDEN))
        .hasMessageContaining("opening a pull request at http://127.0.0.1");
    assertThatThrownBy(() -> open(repository, "0123456789").defaultBranch())
        .isInstanceOfSatisfying(
            ForgeFailed.class,
            failed -> assertThat(failed.kind()).isEqualTo(ForgeFailed.Kind.UNAUTHORIZED));
  }
}
