package dev.levada.fetch.forge;

import static dev.levada.fetch.forge.ForgeApi.encoded;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Gitea and Forgejo.
///
/// @param api the host's API
/// @param repository owner and name
record GiteaForge(ForgeApi api, String repository) implements LikeGitHub {

  private static final Map<String, CommitStatus.State> STATES =
      Map.of(
          "success", CommitStatus.State.SUCCESS,
          "skipped", CommitStatus.State.SUCCESS,
          "failure", CommitStatus.State.FAILURE,
          "warning", CommitStatus.State.FAILURE,
          "error", CommitStatus.State.ERROR);
  private static final String DRAFT = "WIP: ";
  private static final int MOST_PAGES = 100;

  /// The question by branches is answered with any pull request of theirs, the oldest first; where
  /// that one is closed, the open ones are gone through.
  @Override
  public Optional<PullRequest> find(String head, String base) {
    String path = at() + "/pulls/" + encoded(base) + "/" + encoded(head);
    Optional<PullRequest> any = api.find("looking for a pull request", path).map(this::read);
    return any.isEmpty() || any.get().state() == PullRequest.State.OPEN
        ? any
        : findOpen(head, base);
  }

  private Optional<PullRequest> findOpen(String head, String base) {
    return allOpen(MOST_PAGES).stream()
        .flatMap(List::stream)
        .filter(each -> each.head().equals(head) && each.base().equals(base))
        .findFirst();
  }

  @Override
  public List<Mapping> page(boolean open, int number) {
    String which = open ? "?state=open" : "?state=closed&sort=recentupdate";
    return api.list(LOOKING, at() + "/pulls" + which + "&limit=" + PAGE + "&page=" + (number + 1));
  }

  @Override
  public PullRequest create(NewPullRequest request) {
    return opened(
        new Mapping()
            .put("title", (request.draft() ? DRAFT : "") + request.title())
            .put("body", request.body())
            .put("head", request.head())
            .put("base", request.base()));
  }

  @Override
  public void merge(PullRequest request, MergeMethod method, String message) {
    api.send(
        "merging pull request " + request.number(),
        "POST",
        path(request.number()) + "/merge",
        new Mapping()
            .put("Do", method.name().toLowerCase(Locale.ROOT))
            .put("MergeMessageField", message)
            .put("head_commit_id", request.commit()));
  }

  /// Gitea knows labels by number; those that are not there are made.
  @Override
  public void label(long number, List<String> labels) {
    var ids = new Sequence();
    List<Mapping> known = api.list("reading labels", at() + "/labels?limit=50");
    for (String label : labels) {
      Mapping found =
          known.stream()
              .filter(each -> each.textAt("name").equals(label))
              .findFirst()
              .orElseGet(() ->
                  api.send(
                      "making label " + label,
                      "POST",
                      at() + "/labels",
                      new Mapping().put("name", label).put("color", "#0e8a16")));
      ids.add(Scalar.of(found.numberAt(0, "id")));
    }
    var body = new Mapping().put("labels", ids);
    api.send("labelling pull request " + number, "POST", issue(number) + "/labels", body);
  }

  @Override
  public void setStatus(CommitStatus status) {
    Mapping body = LikeGitHub.body(status).put("target_url", status.url());
    api.send("setting a commit status", "POST", at() + "/statuses/" + status.commit(), body);
  }

  @Override
  public List<CommitStatus> statuses(String commit) {
    Mapping all = api.get("reading commit statuses", at() + "/commits/" + commit + "/status");
    return ForgeApi.items(all.sequenceAt("statuses")).stream()
        .map(each ->
            CommitStatus.linked(
                commit,
                each,
                each.textAt("context"),
                STATES.getOrDefault(each.textAt("status"), CommitStatus.State.PENDING)))
        .toList();
  }

  @Override
  public int approvals(long number) {
    var latest = new HashMap<String, Boolean>();
    api.list("reading reviews", path(number) + "/reviews?limit=50")
        .forEach(each -> {
          String state = each.textAt("state");
          if (state.equals("APPROVED") || state.equals("REQUEST_CHANGES")) {
            boolean stands = !each.isTrueAt("dismissed") && !each.isTrueAt("stale");
            latest.put(each.textAt("user", "login"), state.equals("APPROVED") && stands);
          }
        });
    return (int) latest.values().stream().filter(approved -> approved).count();
  }

  @Override
  public String protectedBy(Mapping branch) {
    long approvals = branch.numberAt(0, "required_approvals");
    Node checks = branch.get("status_check_contexts");
    return (branch.isTrueAt("user_can_push") ? "" : "; the account may not push to it")
        + (approvals > 0 ? "; required approvals: " + approvals : "")
        + (checks instanceof Sequence several && several.size() > 0
            ? "; required checks: " + several
            : "");
  }
}
