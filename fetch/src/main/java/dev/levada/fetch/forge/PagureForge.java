package dev.levada.fetch.forge;

import static dev.levada.fetch.forge.ForgeApi.encoded;

import dev.levada.core.manifest.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pagure. It is told things as form fields.
///
/// @param api the host's API
/// @param repository the project, with its namespace where it has one
record PagureForge(ForgeApi api, String repository) implements ForgeAdapter {

  private static final Map<String, CommitStatus.State> STATES =
      Map.of(
          "success", CommitStatus.State.SUCCESS,
          "failure", CommitStatus.State.FAILURE,
          "error", CommitStatus.State.ERROR,
          "canceled", CommitStatus.State.ERROR);

  private String at() {
    return "/" + repository;
  }

  @Override
  public String path(long number) {
    return at() + "/pull-request/" + number;
  }

  @Override
  public Optional<PullRequest> find(String head, String base) {
    Mapping page =
        api.get("looking for a pull request", at() + "/pull-requests?status=Open&per_page=100");
    return ForgeApi.items(page.sequenceAt("requests")).stream()
        .map(this::read)
        .filter(each -> each.head().equals(head) && each.base().equals(base))
        .findFirst();
  }

  @Override
  public List<Mapping> page(boolean open, int number) {
    String query =
        "?status=" + (open ? "Open" : "Closed") + "&per_page=" + PAGE + "&page=" + (number + 1);
    return ForgeApi.items(api.get(LOOKING, at() + "/pull-requests" + query).sequenceAt("requests"));
  }

  @Override
  public boolean isOwn(Mapping each) {
    return each.textAt("repo_from", "fullname").equals(each.textAt("project", "fullname"));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  @Override
  public PullRequest create(NewPullRequest request) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("title", (request.draft() ? "WIP: " : "") + request.title());
    fields.put("initial_comment", request.body());
    fields.put("branch_from", request.head());
    fields.put("branch_to", request.base());
    return read(api.sendForm("opening a pull request", at() + "/pull-request/new", form(fields)));
  }

  @Override
  public PullRequest update(long number, String title, String body) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("title", title);
    fields.put("initial_comment", body);
    return read(api.sendForm("changing pull request " + number, path(number), form(fields)));
  }

  @Override
  public void comment(long number, String text) {
    String path = path(number) + "/comment";
    api.sendForm("commenting on pull request " + number, path, form(Map.of("comment", text)));
  }

  @Override
  public void close(long number) {
    api.sendForm("closing pull request " + number, path(number) + "/close", "");
  }

  @Override
  public void merge(PullRequest request, MergeMethod method, String message) {
    String what = "merging pull request " + request.number();
    if (method != MergeMethod.MERGE) {
      throw new ForgeFailed(
          ForgeFailed.Kind.INVALID,
          what + " failed: Pagure merges and neither squashes nor rebases",
          "Merge with `merge`");
    }
    api.sendForm(what, path(request.number()) + "/merge", "");
  }

  @Override
  public void label(long number, List<String> labels) {
    throw new ForgeFailed(
        ForgeFailed.Kind.INVALID,
        "labelling pull request " + number + " failed: Pagure's API sets no tags",
        "Leave the labels out");
  }

  @Override
  public void requestReviews(long number, List<String> people) {
    if (people.size() != 1) {
      throw new ForgeFailed(
          ForgeFailed.Kind.INVALID,
          "asking for reviews of pull request " + number + " failed: Pagure knows one assignee",
          "Name one reviewer");
    }
    String path = path(number) + "/assign";
    String form = form(Map.of("assignee", people.getFirst()));
    api.sendForm("asking for reviews of pull request " + number, path, form);
  }

  @Override
  public void setStatus(CommitStatus status) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("username", status.context());
    fields.put("uid", Integer.toHexString(status.context().hashCode()));
    fields.put("comment", status.description());
    fields.put("url", status.url());
    fields.put("status", status.state().name().toLowerCase(Locale.ROOT));
    String path = at() + "/c/" + status.commit() + "/flag";
    api.sendForm("setting a commit status", path, form(fields));
  }

  @Override
  public List<CommitStatus> statuses(String commit) {
    Mapping page = api.get("reading commit statuses", at() + "/c/" + commit + "/flag");
    return ForgeApi.items(page.sequenceAt("flags")).stream()
        .map(each ->
            new CommitStatus(
                commit,
                each.textAt("username"),
                STATES.getOrDefault(each.textAt("status"), CommitStatus.State.PENDING),
                each.textAt("comment"),
                each.textAt("url")))
        .toList();
  }

  /// Pagure does not say how many approve, only whether they are enough.
  @Override
  public int approvals(long number) {
    Mapping found = api.get("reading the score", path(number));
    return found.isTrueAt("threshold_reached") ? 1 : 0;
  }

  @Override
  public String defaultBranch() {
    String branch = api.get("reading branches", at() + "/git/branches").textAt("default");
    if (branch.isEmpty()) {
      throw new ForgeFailed(
          ForgeFailed.Kind.INVALID,
          "reading the default branch failed: this Pagure does not tell it",
          "Name the base branch");
    }
    return branch;
  }

  @Override
  public String protection(String branch) {
    throw new ForgeFailed(
        ForgeFailed.Kind.INVALID,
        "reading what protects branch '" + branch + "' failed: Pagure's API does not tell",
        "Look at the project's settings");
  }

  @Override
  public PullRequest read(Mapping each) {
    PullRequest.State state =
        switch (each.textAt("status")) {
          case "Open" -> PullRequest.State.OPEN;
          case "Merged" -> PullRequest.State.MERGED;
          default -> PullRequest.State.CLOSED;
        };
    String title = each.textAt("title");
    return new PullRequest(
        each.numberAt(0, "id"),
        each.textAt("full_url"),
        title,
        each.textAt("initial_comment"),
        each.textAt("branch_from"),
        each.textAt("branch"),
        each.textAt("commit_stop"),
        state,
        title.startsWith("WIP: "));
  }
}
