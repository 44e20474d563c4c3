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
///
/// @param api the host's API
/// @param repository owner and name
record GitHubForge(ForgeApi api, String repository) implements LikeGitHub {

  @Override
  public Optional<PullRequest> find(String head, String base) {
    String owner = repository.split("/", 2)[0];
    String query = "?state=open&head=" + encoded(owner + ":" + head) + "&base=" + encoded(base);
    return api.list("looking for a pull request", at() + "/pulls" + query).stream()
        .map(this::read)
        .filter(each -> each.head().equals(head) && each.base().equals(base))
        .findFirst();
  }

  @Override
  public List<Mapping> page(boolean open, int number) {
    String which = open ? "?state=open" : "?state=closed&sort=updated&direction=desc";
    String query = which + "&per_page=" + PAGE + "&page=" + (number + 1);
    return api.list(LOOKING, at() + "/pulls" + query);
  }

  @Override
  public PullRequest create(NewPullRequest request) {
    return opened(
        new Mapping()
            .put("title", request.title())
            .put("body", request.body())
            .put("head", request.head())
            .put("base", request.base())
            .put("draft", Scalar.of(request.draft())));
  }

  @Override
  public void merge(PullRequest request, MergeMethod method, String message) {
    api.send(
        "merging pull request " + request.number(),
        "PUT",
        path(request.number()) + "/merge",
        new Mapping()
            .put("merge_method", method.name().toLowerCase(Locale.ROOT))
            .put("commit_message", message)
            .put("sha", request.commit()));
  }

  @Override
  public void label(long number, List<String> labels) {
    var body = new Mapping().put("labels", LikeGitHub.texts(labels));
    api.send("labelling pull request " + number, "POST", issue(number) + "/labels", body);
  }

  @Override
  public void setStatus(CommitStatus status) {
    Mapping body = status.linkedIn(LikeGitHub.body(status));
    api.send("setting a commit status", "POST", at() + "/statuses/" + status.commit(), body);
  }

  @Override
  public List<CommitStatus> statuses(String commit) {
    String path = at() + "/commits/" + commit;
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
    return CommitStatus.linked(commit, each, each.textAt("context"), state);
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
    api.list("reading reviews", path(number) + "/reviews?per_page=100")
        .forEach(each -> {
          if (!each.textAt("state").equals("COMMENTED")) {
            latest.put(each.textAt("user", "login"), each.textAt("state"));
          }
        });
    return (int) latest.values().stream().filter("APPROVED"::equals).count();
  }

  @Override
  public String protectedBy(Mapping branch) {
    Sequence checks = branch.sequenceAt("protection", "required_status_checks", "contexts");
    return checks.size() == 0 ? "" : "; required checks: " + checks;
  }
}
