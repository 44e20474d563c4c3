package dev.levada.fetch.forge;

import static dev.levada.fetch.forge.ForgeApi.encoded;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import java.util.Optional;

/// Bitbucket Cloud.
///
/// @param api the host's API
/// @param repository workspace and name
record BitbucketForge(ForgeApi api, String repository) implements ForgeAdapter {

  private String at() {
    return "/repositories/" + repository;
  }

  @Override
  public String path(long number) {
    return at() + "/pullrequests/" + number;
  }

  private static Mapping branch(String name) {
    return new Mapping().put("branch", new Mapping().put("name", name));
  }

  @Override
  public Optional<PullRequest> find(String head, String base) {
    String query =
        "state=\"OPEN\" AND source.branch.name=\"%s\" AND destination.branch.name=\"%s\""
            .formatted(head, base);
    Mapping page =
        api.get("looking for a pull request", at() + "/pullrequests?q=" + encoded(query));
    return BitbucketWords.values(page).stream().map(this::read).findFirst();
  }

  @Override
  public List<Mapping> page(boolean open, int number) {
    String which = open ? "?state=OPEN" : "?state=DECLINED&sort=-updated_on";
    String query = which + "&pagelen=" + PAGE + "&page=" + (number + 1);
    return BitbucketWords.values(api.get(LOOKING, at() + "/pullrequests" + query));
  }

  @Override
  public boolean isOwn(Mapping each) {
    return each.textAt("source", "repository", "full_name")
        .equals(each.textAt("destination", "repository", "full_name"));
  }

  @Override
  public PullRequest create(NewPullRequest request) {
    return opened(
        at() + "/pullrequests",
        new Mapping()
            .put("title", request.title())
            .put("description", request.body())
            .put("source", branch(request.head()))
            .put("destination", branch(request.base()))
            .put("draft", Scalar.of(request.draft())));
  }

  @Override
  public PullRequest update(long number, String title, String body) {
    var change = new Mapping().put("title", title).put("description", body);
    return read(api.send("changing pull request " + number, "PUT", path(number), change));
  }

  @Override
  public void comment(long number, String text) {
    var comment = new Mapping().put("content", new Mapping().put("raw", text));
    String path = path(number) + "/comments";
    api.send("commenting on pull request " + number, "POST", path, comment);
  }

  @Override
  public void close(long number) {
    api.send("closing pull request " + number, "POST", path(number) + "/decline", new Mapping());
  }

  @Override
  public void merge(PullRequest request, MergeMethod method, String message) {
    String strategy =
        switch (method) {
          case MERGE -> "merge_commit";
          case SQUASH -> "squash";
          case REBASE -> "fast_forward";
        };
    var body = new Mapping().put("merge_strategy", strategy).put("message", message);
    String path = path(request.number()) + "/merge";
    api.send("merging pull request " + request.number(), "POST", path, body);
  }

  @Override
  public void label(long number, List<String> labels) {
    throw new ForgeFailed(
        ForgeFailed.Kind.INVALID,
        "labelling pull request " + number + " failed: Bitbucket has no labels",
        "Leave the labels out");
  }

  @Override
  public void requestReviews(long number, List<String> people) {
    var reviewers = new Sequence();
    people.forEach(person -> reviewers.add(new Mapping().put("uuid", person)));
    var change = new Mapping().put("title", get(number).title()).put("reviewers", reviewers);
    api.send("asking for reviews of pull request " + number, "PUT", path(number), change);
  }

  @Override
  public void setStatus(CommitStatus status) {
    Mapping body = BitbucketWords.body(status).put("name", status.context());
    api.send(
        "setting a commit status",
        "POST",
        at() + "/commit/" + status.commit() + "/statuses/build",
        body);
  }

  @Override
  public List<CommitStatus> statuses(String commit) {
    Mapping page =
        api.get("reading commit statuses", at() + "/commit/" + commit + "/statuses?pagelen=100");
    return BitbucketWords.values(page).stream()
        .map(each -> BitbucketWords.status(commit, each))
        .toList();
  }

  @Override
  public int approvals(long number) {
    Mapping found = api.get("reading approvals", path(number));
    return BitbucketWords.approvals(found.sequenceAt("participants"));
  }

  @Override
  public String defaultBranch() {
    return api.get("reading the repository", at()).textAt("mainbranch", "name");
  }

  @Override
  public String protection(String branch) {
    String path = at() + "/branch-restrictions?pattern=" + encoded(branch);
    return BitbucketWords.restricted(branch, api.get("reading branch restrictions", path), "kind");
  }

  @Override
  public PullRequest read(Mapping each) {
    return new PullRequest(
        each.numberAt(0, "id"),
        each.textAt("links", "html", "href"),
        each.textAt("title"),
        each.textAt("description"),
        each.textAt("source", "branch", "name"),
        each.textAt("destination", "branch", "name"),
        each.textAt("source", "commit", "hash"),
        BitbucketWords.state(each),
        each.isTrueAt("draft"));
  }
}
