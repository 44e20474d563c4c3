package dev.levada.fetch.forge;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The words that Bitbucket's two APIs have in common.
final class BitbucketWords {

  private static final Map<String, CommitStatus.State> STATES =
      Map.of(
          "SUCCESSFUL", CommitStatus.State.SUCCESS,
          "FAILED", CommitStatus.State.FAILURE,
          "STOPPED", CommitStatus.State.ERROR,
          "CANCELLED", CommitStatus.State.ERROR);

  private BitbucketWords() {}

  static List<Mapping> values(Mapping page) {
    return ForgeApi.items(page.sequenceAt("values"));
  }

  static PullRequest.State state(Mapping pullRequest) {
    return switch (pullRequest.textAt("state")) {
      case "OPEN" -> PullRequest.State.OPEN;
      case "MERGED" -> PullRequest.State.MERGED;
      default -> PullRequest.State.CLOSED;
    };
  }

  /// What sets a commit's status.
  static Mapping body(CommitStatus status) {
    String state =
        switch (status.state()) {
          case PENDING -> "INPROGRESS";
          case SUCCESS -> "SUCCESSFUL";
          case FAILURE, ERROR -> "FAILED";
        };
    return new Mapping()
        .put("key", status.context())
        .put("state", state)
        .put("description", status.description())
        .put("url", status.url());
  }

  static CommitStatus status(String commit, Mapping each) {
    return new CommitStatus(
        commit,
        each.textAt("key"),
        STATES.getOrDefault(each.textAt("state"), CommitStatus.State.PENDING),
        each.textAt("description"),
        each.textAt("url"));
  }

  static int approvals(Sequence people) {
    return (int) ForgeApi.items(people).stream().filter(each -> each.isTrueAt("approved")).count();
  }

  /// What restricts a branch, in words.
  ///
  /// @param field where each restriction says what it is
  static String restricted(String branch, Mapping page, String field) {
    List<Mapping> found = values(page);
    return found.isEmpty()
        ? ""
        : "branch '%s' is restricted: %s"
            .formatted(
                branch,
                found.stream().map(each -> each.textAt(field)).collect(Collectors.joining(", ")));
  }
}
