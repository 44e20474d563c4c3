package dev.levada.fetch.forge;

import static dev.levada.fetch.forge.ForgeApi.encoded;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import java.util.Locale;

/// What GitHub's API has, and Gitea's after it.
sealed interface LikeGitHub extends ForgeAdapter permits GitHubForge, GiteaForge {

  /// Owner and name.
  String repository();

  /// Where the repository is.
  default String at() {
    return "/repos/" + repository();
  }

  @Override
  default String path(long number) {
    return at() + "/pulls/" + number;
  }

  @Override
  default boolean isOwn(Mapping each) {
    return each.textAt("head", "repo", "full_name").equalsIgnoreCase(repository());
  }

  default String issue(long number) {
    return at() + "/issues/" + number;
  }

  @Override
  default PullRequest update(long number, String title, String body) {
    var change = new Mapping().put("title", title).put("body", body);
    return read(api().send("changing pull request " + number, "PATCH", path(number), change));
  }

  @Override
  default void comment(long number, String text) {
    var comment = new Mapping().put("body", text);
    api()
        .send("commenting on pull request " + number, "POST", issue(number) + "/comments", comment);
  }

  @Override
  default void close(long number) {
    var change = new Mapping().put("state", "closed");
    api().send("closing pull request " + number, "PATCH", path(number), change);
  }

  @Override
  default void requestReviews(long number, List<String> people) {
    var body = new Mapping().put("reviewers", texts(people));
    String path = path(number) + "/requested_reviewers";
    api().send("asking for reviews of pull request " + number, "POST", path, body);
  }

  /// Opens a pull request.
  default PullRequest opened(Mapping request) {
    return opened(at() + "/pulls", request);
  }

  @Override
  default String protection(String branch) {
    Mapping found = api().get("reading branch " + branch, at() + "/branches/" + encoded(branch));
    return found.isTrueAt("protected")
        ? "branch '" + branch + "' is protected" + protectedBy(found)
        : "";
  }

  /// What protects a branch, told after the words that it is protected.
  String protectedBy(Mapping branch);

  @Override
  default String defaultBranch() {
    return api().get("reading the repository", at()).textAt("default_branch");
  }

  @Override
  default PullRequest read(Mapping each) {
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

  static Sequence texts(List<String> texts) {
    return new Sequence(texts.stream().map(Scalar::of).toList());
  }

  /// What sets a commit's status but for its link, which only one of them leaves out where it is
  /// empty.
  static Mapping body(CommitStatus status) {
    return new Mapping()
        .put("state", status.state().name().toLowerCase(Locale.ROOT))
        .put("context", status.context())
        .put("description", status.description());
  }
}
