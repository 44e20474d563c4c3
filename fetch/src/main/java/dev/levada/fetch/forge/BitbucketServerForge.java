package dev.levada.fetch.forge;

import static dev.levada.fetch.forge.ForgeApi.encoded;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import java.util.Optional;

/// Bitbucket Data Center and Server. It wants the version of a pull request with each change, so
/// that no two changes cross.
final class BitbucketServerForge implements ForgeAdapter {

  private static final String HEADS = "refs/heads/";

  private final ForgeApi api;
  private final String project;
  private final String name;
  private final String at;

  /// @param api the host's API
  /// @param repository project and name
  BitbucketServerForge(ForgeApi api, String repository) {
    String[] parts = repository.split("/", 2);
    this.api = api;
    this.project = parts[0];
    this.name = parts.length > 1 ? parts[1] : "";
    this.at = "/api/1.0/projects/" + project + "/repos/" + name;
  }

  @Override
  public ForgeApi api() {
    return api;
  }

  @Override
  public String path(long number) {
    return at + "/pull-requests/" + number;
  }

  private Mapping branch(String branch) {
    var repository =
        new Mapping().put("slug", name).put("project", new Mapping().put("key", project));
    return new Mapping().put("id", HEADS + branch).put("repository", repository);
  }

  @Override
  public Optional<PullRequest> find(String head, String base) {
    String query = "?state=OPEN&direction=OUTGOING&at=" + encoded(HEADS + head);
    Mapping page = api.get("looking for a pull request", at + "/pull-requests" + query);
    return BitbucketWords.values(page).stream()
        .map(this::read)
        .filter(each -> each.base().equals(base))
        .findFirst();
  }

  @Override
  public List<Mapping> page(boolean open, int number) {
    String which = open ? "?state=OPEN" : "?state=DECLINED&order=NEWEST";
    String query = which + "&limit=" + PAGE + "&start=" + number * PAGE;
    return BitbucketWords.values(api.get(LOOKING, at + "/pull-requests" + query));
  }

  @Override
  public boolean isOwn(Mapping each) {
    return each.textAt("fromRef", "repository", "id")
        .equals(each.textAt("toRef", "repository", "id"));
  }

  private Mapping raw(long number) {
    return api.get("reading pull request " + number, path(number));
  }

  @Override
  public PullRequest create(NewPullRequest request) {
    return opened(
        at + "/pull-requests",
        new Mapping()
            .put("title", request.title())
            .put("description", request.body())
            .put("draft", Scalar.of(request.draft()))
            .put("fromRef", branch(request.head()))
            .put("toRef", branch(request.base())));
  }

  @Override
  public PullRequest update(long number, String title, String body) {
    Mapping before = raw(number);
    var change =
        new Mapping()
            .put("title", title)
            .put("description", body)
            .put("version", Scalar.of(before.numberAt(0, "version")))
            .put("reviewers", before.sequenceAt("reviewers"));
    return read(api.send("changing pull request " + number, "PUT", path(number), change));
  }

  @Override
  public void comment(long number, String text) {
    String path = path(number) + "/comments";
    var comment = new Mapping().put("text", text);
    api.send("commenting on pull request " + number, "POST", path, comment);
  }

  @Override
  public void close(long number) {
    long version = raw(number).numberAt(0, "version");
    String path = path(number) + "/decline?version=" + version;
    api.send("closing pull request " + number, "POST", path, new Mapping());
  }

  @Override
  public void merge(PullRequest request, MergeMethod method, String message) {
    Mapping before = raw(request.number());
    String what = "merging pull request " + request.number();
    if (!before.textAt("fromRef", "latestCommit").equals(request.commit())) {
      throw new ForgeFailed(
          ForgeFailed.Kind.CONFLICT,
          what + " failed: its branch has moved on",
          "Look at what was pushed to it");
    }
    String strategy =
        switch (method) {
          case MERGE -> "no-ff";
          case SQUASH -> "squash";
          case REBASE -> "rebase-ff-only";
        };
    var body = new Mapping().put("message", message).put("strategyId", strategy);
    String path = path(request.number()) + "/merge?version=" + before.numberAt(0, "version");
    api.send(what, "POST", path, body);
  }

  @Override
  public void label(long number, List<String> labels) {
    throw new ForgeFailed(
        ForgeFailed.Kind.INVALID,
        "labelling pull request " + number + " failed: Bitbucket has no labels for pull requests",
        "Leave the labels out");
  }

  @Override
  public void requestReviews(long number, List<String> people) {
    for (String person : people) {
      var reviewer =
          new Mapping().put("user", new Mapping().put("name", person)).put("role", "REVIEWER");
      String path = path(number) + "/participants";
      api.send("asking for reviews of pull request " + number, "POST", path, reviewer);
    }
  }

  @Override
  public void setStatus(CommitStatus status) {
    Mapping body = BitbucketWords.body(status);
    api.send(
        "setting a commit status", "POST", at + "/commits/" + status.commit() + "/builds", body);
  }

  @Override
  public List<CommitStatus> statuses(String commit) {
    String path = "/build-status/1.0/commits/" + commit + "?limit=100";
    return BitbucketWords.values(api.get("reading commit statuses", path)).stream()
        .map(each -> BitbucketWords.status(commit, each))
        .toList();
  }

  @Override
  public int approvals(long number) {
    return BitbucketWords.approvals(raw(number).sequenceAt("reviewers"));
  }

  @Override
  public String defaultBranch() {
    return api.get("reading the default branch", at + "/default-branch").textAt("displayId");
  }

  @Override
  public String protection(String branch) {
    String path =
        "/branch-permissions/2.0/projects/"
            + project
            + "/repos/"
            + name
            + "/restrictions?matcherType=BRANCH&matcherId="
            + encoded(HEADS + branch);
    return BitbucketWords.restricted(branch, api.get("reading branch permissions", path), "type");
  }

  @Override
  public PullRequest read(Mapping each) {
    Sequence links = each.mappingAt("links").sequenceAt("self");
    String url =
        ForgeApi.items(links).stream().findFirst().map(link -> link.textAt("href")).orElse("");
    return new PullRequest(
        each.numberAt(0, "id"),
        url,
        each.textAt("title"),
        each.textAt("description"),
        each.textAt("fromRef", "displayId"),
        each.textAt("toRef", "displayId"),
        each.textAt("fromRef", "latestCommit"),
        BitbucketWords.state(each),
        each.isTrueAt("draft"));
  }
}
