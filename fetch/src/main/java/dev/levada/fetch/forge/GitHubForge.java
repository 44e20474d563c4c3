package dev.levada.fetch.forge;

import static dev.levada.fetch.forge.ForgeApi.encoded;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// GitHub, and GitHub Enterprise Server.
final class GitHubForge implements Forge {

  private final ForgeApi api;
  private final String repository;
  private final String at;

  /// @param api the host's API
  /// @param repository owner and name
  GitHubForge(ForgeApi api, String repository) {
    this.api = api;
    this.repository = repository;
    this.at = "/repos/" + repository;
  }

  @Override
  public Optional<PullRequest> find(String head, String base) {
    String owner = repository.split("/", 2)[0];
    String query = "?state=open&head=" + encoded(owner + ":" + head) + "&base=" + encoded(base);
    return api.list("looking for a pull request", at + "/pulls" + query).stream()
        .map(GitHubForge::read)
        .filter(each -> each.head().equals(head) && each.base().equals(base))
        .findFirst();
  }

  @Override
  public PullRequest get(long number) {
    return read(api.get("reading pull request " + number, pull(number)));
  }

  private String pull(long number) {
    return at + "/pulls/" + number;
  }

  private String issue(long number) {
    return at + "/issues/" + number;
  }

  @Override
  public PullRequest open(NewPullRequest request) {
    return new OpenOnce(this)
        .open(
            request,
            () ->
                read(
                    api.send(
                        "opening a pull request",
                        "POST",
                        at + "/pulls",
                        new Mapping()
                            .put("title", request.title())
                            .put("body", request.body())
                            .put("head", request.head())
                            .put("base", request.base())
                            .put("draft", Scalar.of(request.draft())))));
  }

  @Override
  public PullRequest update(long number, String title, String body) {
    var change = new Mapping().put("title", title).put("body", body);
    return read(api.send("changing pull request " + number, "PATCH", pull(number), change));
  }

  @Override
  public void comment(long number, String text) {
    var comment = new Mapping().put("body", text);
    api.send("commenting on pull request " + number, "POST", issue(number) + "/comments", comment);
  }

  @Override
  public void close(long number) {
    var change = new Mapping().put("state", "closed");
    api.send("closing pull request " + number, "PATCH", pull(number), change);
  }

  @Override
  public void merge(PullRequest request, MergeMethod method, String message) {
    api.send(
        "merging pull request " + request.number(),
        "PUT",
        pull(request.number()) + "/merge",
        new Mapping()
            .put("merge_method", method.name().toLowerCase(Locale.ROOT))
            .put("commit_message", message)
            .put("sha", request.commit()));
  }

  @Override
  public void label(long number, List<String> labels) {
    var body = new Mapping().put("labels", texts(labels));
    api.send("labelling pull request " + number, "POST", issue(number) + "/labels", body);
  }

  @Override
  public void requestReviews(long number, List<String> people) {
    var body = new Mapping().put("reviewers", texts(people));
    String path = pull(number) + "/requested_reviewers";
    api.send("asking for reviews of pull request " + number, "POST", path, body);
  }

  static Sequence texts(List<String> texts) {
    return new Sequence(texts.stream().map(Scalar::of).toList());
  }

  @Override
  public void setStatus(CommitStatus status) {
    var body =
        new Mapping()
            .put("state", status.state().name().toLowerCase(Locale.ROOT))
            .put("context", status.context())
            .put("description", status.description());
    if (!status.url().isEmpty()) {
      body.put("target_url", status.url());
    }
    api.send("setting a commit status", "POST", at + "/statuses/" + status.commit(), body);
  }

  @Override
  public List<CommitStatus> statuses(String commit) {
    String path = at + "/commits/" + commit;
    var found = new ArrayList<CommitStatus>();
    api.find("reading commit statuses", path + "/status")
        .map(body -> ForgeApi.items(body.sequenceAt("statuses")))
        .orElse(List.of())
        .forEach(each -> found.add(status(commit, each)));
    api.find("reading checks", path + "/check-runs?per_page=100")
        .map(body -> ForgeApi.items(body.sequenceAt("check_runs")))
        .orElse(List.of())
        .forEach(each -> found.add(check(commit, each)));
    return List.copyOf(found);
  }

  private static CommitStatus status(String commit, Mapping each) {
    CommitStatus.State state =
        switch (each.textAt("state")) {
          case "success" -> CommitStatus.State.SUCCESS;
          case "failure" -> CommitStatus.State.FAILURE;
          case "error" -> CommitStatus.State.ERROR;
          default -> CommitStatus.State.PENDING;
        };
    return new CommitStatus(
        commit,
        each.textAt("context"),
        state,
        each.textAt("description"),
        each.textAt("target_url"));
  }

  private static CommitStatus check(String commit, Mapping each) {
    boolean done = each.textAt("status").equals("completed");
    CommitStatus.State state =
        switch (each.textAt("conclusion")) {
          case "success", "neutral", "skipped" -> CommitStatus.State.SUCCESS;
          case "" -> CommitStatus.State.PENDING;
          default -> CommitStatus.State.FAILURE;
        };
    return new CommitStatus(
        commit,
        each.textAt("name"),
        done ? state : CommitStatus.State.PENDING,
        each.textAt("output", "title"),
        each.textAt("html_url"));
  }

  @Override
  public int approvals(long number) {
    var latest = new HashMap<String, String>();
    api.list("reading reviews", pull(number) + "/reviews?per_page=100")
        .forEach(each -> {
          if (!each.textAt("state").equals("COMMENTED")) {
            latest.put(each.textAt("user", "login"), each.textAt("state"));
          }
        });
    return (int) latest.values().stream().filter("APPROVED"::equals).count();
  }

  @Override
  public String defaultBranch() {
    return api.get("reading the repository", at).textAt("default_branch");
  }

  @Override
  public String protection(String branch) {
    Mapping found = api.get("reading branch " + branch, at + "/branches/" + encoded(branch));
    if (!found.isTrueAt("protected")) {
      return "";
    }
    Sequence checks = found.sequenceAt("protection", "required_status_checks", "contexts");
    return "branch '"
        + branch
        + "' is protected"
        + (checks.size() == 0 ? "" : "; required checks: " + checks);
  }

  private static PullRequest read(Mapping each) {
    boolean merged = each.isTrueAt("merged") || !each.textAt("merged_at").isEmpty();
    PullRequest.State state =
        merged
            ? PullRequest.State.MERGED
            : each.textAt("state").equals("open")
                ? PullRequest.State.OPEN
                : PullRequest.State.CLOSED;
    return new PullRequest(
        each.numberAt(0, "number"),
        each.textAt("html_url"),
        each.textAt("title"),
        each.textAt("body"),
        each.textAt("head", "ref"),
        each.textAt("base", "ref"),
        each.textAt("head", "sha"),
        state,
        each.isTrueAt("draft"));
  }
}
