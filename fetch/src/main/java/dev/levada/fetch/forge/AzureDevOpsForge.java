package dev.levada.fetch.forge;

import static dev.levada.fetch.forge.ForgeApi.encoded;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Azure DevOps. A repository is written `ORGANISATION/PROJECT/_git/NAME` or
/// `ORGANISATION/PROJECT/NAME`.
final class AzureDevOpsForge implements ForgeAdapter {

  private static final Map<String, CommitStatus.State> STATES =
      Map.of(
          "succeeded", CommitStatus.State.SUCCESS,
          "notapplicable", CommitStatus.State.SUCCESS,
          "failed", CommitStatus.State.FAILURE,
          "error", CommitStatus.State.ERROR);
  private static final String VERSION = "api-version=7.1";
  private static final String HEADS = "refs/heads/";

  private final ForgeApi api;
  private final String at;
  private final String project;

  /// @param api the host's API
  /// @param repository organisation, project and name
  AzureDevOpsForge(ForgeApi api, String repository) {
    String[] parts = repository.replace("/_git/", "/").split("/", -1);
    if (parts.length != 3) {
      throw new ForgeFailed(
          ForgeFailed.Kind.INVALID,
          "the repository '" + repository + "' is none of Azure DevOps",
          "Write it as ORGANISATION/PROJECT/NAME");
    }
    this.api = api;
    this.project = "/" + encoded(parts[0]) + "/" + encoded(parts[1]);
    this.at = project + "/_apis/git/repositories/" + encoded(parts[2]);
  }

  @Override
  public String path(long number) {
    return at + "/pullrequests/" + number;
  }

  @Override
  public ForgeApi api() {
    return api;
  }

  private static List<Mapping> values(Mapping page) {
    return ForgeApi.items(page.sequenceAt("value"));
  }

  @Override
  public Optional<PullRequest> find(String head, String base) {
    String query =
        "?searchCriteria.status=active&searchCriteria.sourceRefName="
            + encoded(HEADS + head)
            + "&searchCriteria.targetRefName="
            + encoded(HEADS + base)
            + "&"
            + VERSION;
    Mapping page = api.get("looking for a pull request", at + "/pullrequests" + query);
    return values(page).stream().map(this::read).findFirst();
  }

  @Override
  public List<Mapping> page(boolean open, int number) {
    String query =
        "?searchCriteria.status="
            + (open ? "active" : "abandoned")
            + "&$top="
            + PAGE
            + "&$skip="
            + number * PAGE
            + "&"
            + VERSION;
    return values(api.get(LOOKING, at + "/pullrequests" + query));
  }

  @Override
  public boolean isOwn(Mapping each) {
    return !each.has("forkSource");
  }

  @Override
  public PullRequest get(long number) {
    return read(api.get("reading pull request " + number, path(number) + "?" + VERSION));
  }

  @Override
  public PullRequest create(NewPullRequest request) {
    return opened(
        at + "/pullrequests?" + VERSION,
        new Mapping()
            .put("sourceRefName", HEADS + request.head())
            .put("targetRefName", HEADS + request.base())
            .put("title", request.title())
            .put("description", request.body())
            .put("isDraft", Scalar.of(request.draft())));
  }

  private Mapping change(String what, long number, Mapping change) {
    return api.send(what, "PATCH", path(number) + "?" + VERSION, change);
  }

  @Override
  public PullRequest update(long number, String title, String body) {
    var change = new Mapping().put("title", title).put("description", body);
    return read(change("changing pull request " + number, number, change));
  }

  @Override
  public void comment(long number, String text) {
    var comment = new Mapping().put("content", text).put("commentType", "text");
    var thread =
        new Mapping().put("comments", new Sequence(List.of(comment))).put("status", "active");
    String path = path(number) + "/threads?" + VERSION;
    api.send("commenting on pull request " + number, "POST", path, thread);
  }

  @Override
  public void close(long number) {
    var change = new Mapping().put("status", "abandoned");
    change("closing pull request " + number, number, change);
  }

  @Override
  public void merge(PullRequest request, MergeMethod method, String message) {
    String strategy =
        switch (method) {
          case MERGE -> "noFastForward";
          case SQUASH -> "squash";
          case REBASE -> "rebase";
        };
    var options = new Mapping().put("mergeStrategy", strategy).put("mergeCommitMessage", message);
    var change =
        new Mapping()
            .put("status", "completed")
            .put("lastMergeSourceCommit", new Mapping().put("commitId", request.commit()))
            .put("completionOptions", options);
    change("merging pull request " + request.number(), request.number(), change);
  }

  @Override
  public void label(long number, List<String> labels) {
    for (String label : labels) {
      var body = new Mapping().put("name", label);
      String path = path(number) + "/labels?" + VERSION;
      api.send("labelling pull request " + number, "POST", path, body);
    }
  }

  @Override
  public void requestReviews(long number, List<String> people) {
    for (String person : people) {
      var body = new Mapping().put("vote", Scalar.of(0));
      String path = path(number) + "/reviewers/" + encoded(person) + "?" + VERSION;
      api.send("asking for reviews of pull request " + number, "PUT", path, body);
    }
  }

  @Override
  public void setStatus(CommitStatus status) {
    String state =
        switch (status.state()) {
          case PENDING -> "pending";
          case SUCCESS -> "succeeded";
          case FAILURE -> "failed";
          case ERROR -> "error";
        };
    int slash = status.context().lastIndexOf('/');
    var context =
        new Mapping()
            .put("genre", slash < 0 ? "levada" : status.context().substring(0, slash))
            .put("name", status.context().substring(slash + 1));
    var body =
        new Mapping()
            .put("state", state)
            .put("description", status.description())
            .put("targetUrl", status.url())
            .put("context", context);
    String path = at + "/commits/" + status.commit() + "/statuses?" + VERSION;
    api.send("setting a commit status", "POST", path, body);
  }

  @Override
  public List<CommitStatus> statuses(String commit) {
    String path = at + "/commits/" + commit + "/statuses?latestOnly=true&" + VERSION;
    return values(api.get("reading commit statuses", path)).stream()
        .map(each ->
            new CommitStatus(
                commit,
                each.textAt("context", "genre") + "/" + each.textAt("context", "name"),
                STATES.getOrDefault(
                    each.textAt("state").toLowerCase(Locale.ROOT), CommitStatus.State.PENDING),
                each.textAt("description"),
                each.textAt("targetUrl")))
        .toList();
  }

  /// A vote of 5 approves with suggestions, one of 10 without.
  @Override
  public int approvals(long number) {
    Mapping page = api.get("reading votes", path(number) + "/reviewers?" + VERSION);
    return (int) values(page).stream().filter(each -> each.numberAt(0, "vote") >= 5).count();
  }

  @Override
  public String defaultBranch() {
    String name = api.get("reading the repository", at + "?" + VERSION).textAt("defaultBranch");
    return plain(name);
  }

  @Override
  public String protection(String branch) {
    String id = api.get("reading the repository", at + "?" + VERSION).textAt("id");
    String path =
        project
            + "/_apis/git/policy/configurations?repositoryId="
            + encoded(id)
            + "&refName="
            + encoded(HEADS + branch)
            + "&"
            + VERSION;
    List<String> policies =
        values(api.get("reading branch policies", path)).stream()
            .filter(each -> each.isTrueAt("isEnabled") && each.isTrueAt("isBlocking"))
            .map(each -> each.textAt("type", "displayName"))
            .toList();
    return policies.isEmpty()
        ? ""
        : "branch '" + branch + "' has policies: " + String.join(", ", policies);
  }

  private static String plain(String reference) {
    return reference.startsWith(HEADS) ? reference.substring(HEADS.length()) : reference;
  }

  @Override
  public PullRequest read(Mapping each) {
    PullRequest.State state =
        switch (each.textAt("status")) {
          case "active" -> PullRequest.State.OPEN;
          case "completed" -> PullRequest.State.MERGED;
          default -> PullRequest.State.CLOSED;
        };
    long number = each.numberAt(0, "pullRequestId");
    return new PullRequest(
        number,
        each.textAt("repository", "webUrl") + "/pullrequest/" + number,
        each.textAt("title"),
        each.textAt("description"),
        plain(each.textAt("sourceRefName")),
        plain(each.textAt("targetRefName")),
        each.textAt("lastMergeSourceCommit", "commitId"),
        state,
        each.isTrueAt("isDraft"));
  }
}
