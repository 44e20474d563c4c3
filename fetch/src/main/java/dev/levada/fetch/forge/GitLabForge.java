package dev.levada.fetch.forge;

import static dev.levada.fetch.forge.ForgeApi.encoded;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// GitLab.
///
/// @param api the host's API
/// @param repository the project's path
record GitLabForge(ForgeApi api, String repository) implements ForgeAdapter {

  private static final Map<String, CommitStatus.State> STATES =
      Map.of(
          "success", CommitStatus.State.SUCCESS,
          "skipped", CommitStatus.State.SUCCESS,
          "failed", CommitStatus.State.FAILURE,
          "canceled", CommitStatus.State.ERROR);
  private static final String DRAFT = "Draft: ";

  private String at() {
    return "/projects/" + encoded(repository);
  }

  @Override
  public String path(long number) {
    return at() + "/merge_requests/" + number;
  }

  @Override
  public Optional<PullRequest> find(String head, String base) {
    String query =
        "?state=opened&source_branch=" + encoded(head) + "&target_branch=" + encoded(base);
    return api.list("looking for a merge request", at() + "/merge_requests" + query).stream()
        .map(this::read)
        .findFirst();
  }

  @Override
  public List<Mapping> page(boolean open, int number) {
    String which = open ? "?state=opened" : "?state=closed&order_by=updated_at";
    String query = which + "&per_page=" + PAGE + "&page=" + (number + 1);
    return api.list("looking for merge requests", at() + "/merge_requests" + query);
  }

  @Override
  public boolean isOwn(Mapping each) {
    return each.textAt("source_project_id").equals(each.textAt("target_project_id"));
  }

  @Override
  public PullRequest get(long number) {
    return read(api.get("reading merge request " + number, path(number)));
  }

  @Override
  public PullRequest create(NewPullRequest request) {
    return read(
        api.send(
            "opening a merge request",
            "POST",
            at() + "/merge_requests",
            new Mapping()
                .put("source_branch", request.head())
                .put("target_branch", request.base())
                .put("title", (request.draft() ? DRAFT : "") + request.title())
                .put("description", request.body())));
  }

  @Override
  public PullRequest update(long number, String title, String body) {
    var change = new Mapping().put("title", title).put("description", body);
    return read(api.send("changing merge request " + number, "PUT", path(number), change));
  }

  @Override
  public void comment(long number, String text) {
    var note = new Mapping().put("body", text);
    api.send("commenting on merge request " + number, "POST", path(number) + "/notes", note);
  }

  @Override
  public void close(long number) {
    var change = new Mapping().put("state_event", "close");
    api.send("closing merge request " + number, "PUT", path(number), change);
  }

  @Override
  public void merge(PullRequest request, MergeMethod method, String message) {
    String what = "merging merge request " + request.number();
    String path = path(request.number());
    var body = new Mapping().put("sha", request.commit());
    switch (method) {
      case MERGE -> body.put("merge_commit_message", message);
      case SQUASH -> body.put("squash", Scalar.of(true)).put("squash_commit_message", message);
      case REBASE ->
          throw new ForgeFailed(
              ForgeFailed.Kind.INVALID,
              what + " failed: GitLab rebases in a step of its own and then not at once",
              "Merge with `merge` or `squash`; the project's settings decide whether that is a"
                  + " fast-forward");
    }
    api.send(what, "PUT", path + "/merge", body);
  }

  @Override
  public void label(long number, List<String> labels) {
    var change = new Mapping().put("add_labels", String.join(",", labels));
    api.send("labelling merge request " + number, "PUT", path(number), change);
  }

  /// GitLab knows people by number.
  @Override
  public void requestReviews(long number, List<String> people) {
    var ids = new Sequence();
    for (String person : people) {
      Mapping found =
          api.list("looking for user " + person, "/users?username=" + encoded(person)).stream()
              .findFirst()
              .orElseThrow(() ->
                  new ForgeFailed(
                      ForgeFailed.Kind.NOT_FOUND,
                      "asking for reviews failed: GitLab knows no user '" + person + "'",
                      "Correct the reviewer's name"));
      ids.add(Scalar.of(found.numberAt(0, "id")));
    }
    var change = new Mapping().put("reviewer_ids", ids);
    api.send("asking for reviews of merge request " + number, "PUT", path(number), change);
  }

  @Override
  public void setStatus(CommitStatus status) {
    String state =
        switch (status.state()) {
          case PENDING -> "running";
          case SUCCESS -> "success";
          case FAILURE, ERROR -> "failed";
        };
    var body =
        new Mapping()
            .put("state", state)
            .put("name", status.context())
            .put("description", status.description());
    api.send(
        "setting a commit status",
        "POST",
        at() + "/statuses/" + status.commit(),
        status.linkedIn(body));
  }

  @Override
  public List<CommitStatus> statuses(String commit) {
    String path = at() + "/repository/commits/" + commit + "/statuses?per_page=100";
    return api.list("reading commit statuses", path).stream()
        .map(each ->
            CommitStatus.linked(
                commit,
                each,
                each.textAt("name"),
                STATES.getOrDefault(each.textAt("status"), CommitStatus.State.PENDING)))
        .toList();
  }

  @Override
  public int approvals(long number) {
    Mapping found = api.get("reading approvals", path(number) + "/approvals");
    return found.sequenceAt("approved_by").size();
  }

  @Override
  public String defaultBranch() {
    return api.get("reading the project", at()).textAt("default_branch");
  }

  @Override
  public String protection(String branch) {
    return api.find("reading branch " + branch, at() + "/protected_branches/" + encoded(branch))
        .map(found -> {
          List<String> levels =
              ForgeApi.items(found.sequenceAt("push_access_levels")).stream()
                  .map(level -> level.textAt("access_level_description"))
                  .toList();
          return "branch '"
              + branch
              + "' is protected"
              + (levels.isEmpty() ? "" : "; may push: " + String.join(", ", levels));
        })
        .orElse("");
  }

  @Override
  public PullRequest read(Mapping each) {
    PullRequest.State state =
        switch (each.textAt("state")) {
          case "merged" -> PullRequest.State.MERGED;
          case "opened" -> PullRequest.State.OPEN;
          default -> PullRequest.State.CLOSED;
        };
    return new PullRequest(
        each.numberAt(0, "iid"),
        each.textAt("web_url"),
        each.textAt("title"),
        each.textAt("description"),
        each.textAt("source_branch"),
        each.textAt("target_branch"),
        each.textAt("sha"),
        state,
        each.isTrueAt("draft"));
  }
}
