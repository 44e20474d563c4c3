package dev.levada.cli.promote;

import dev.levada.cli.print.Word;
import dev.levada.core.edit.Change;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.fetch.forge.PullRequest;
import java.util.List;
import java.util.Optional;

/// What a promotion came to.
///
/// @param result what was done
/// @param branch the branch that holds the change
/// @param commit its commit; empty where nothing was pushed
/// @param changes the values that were changed
/// @param diff the same as a patch
/// @param request the pull request, if there is one
/// @param appliers the Kustomizations that have applied it, as far as that was waited for
record Outcome(
    Result result,
    String branch,
    String commit,
    List<Change> changes,
    String diff,
    Optional<PullRequest> request,
    List<String> appliers) {

  /// What was done.
  enum Result {
    /// The image stands there already.
    UNCHANGED,
    /// Nothing, but it is known what would be.
    PLANNED,
    /// Files on disk were edited.
    EDITED,
    /// A commit was pushed.
    PUSHED,
    /// A pull request was opened.
    OPENED,
    /// A pull request was open and now says this.
    UPDATED,
    /// The pull request was merged.
    MERGED,
    /// The cluster has it.
    APPLIED,
    /// The pull request was closed by somebody without merging.
    CLOSED;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /// The same, later.
  Outcome now(Result result, PullRequest request) {
    return new Outcome(result, branch, commit, changes, diff, Optional.of(request), appliers);
  }

  /// The same once it is in a branch.
  Outcome in(String branch, String commit, Result result) {
    return new Outcome(result, branch, commit, changes, diff, request, appliers);
  }

  /// The same once the cluster has it.
  Outcome applied(List<String> by) {
    return new Outcome(Result.APPLIED, branch, commit, changes, diff, request, List.copyOf(by));
  }

  /// For programs.
  Mapping document() {
    var list = new Sequence();
    for (Change change : changes) {
      list.add(
          new Mapping()
              .put("file", change.file().text())
              .put("line", Scalar.of(change.line()))
              .put("object", change.object().toString())
              .put("old", change.oldValue())
              .put("new", change.newValue()));
    }
    var document =
        new Mapping()
            .put("result", result.toString())
            .put("branch", branch)
            .put("commit", commit)
            .put("changes", list)
            .put("diff", diff);
    request.ifPresent(pull ->
        document.put(
            "pullRequest",
            new Mapping()
                .put("number", Scalar.of(pull.number()))
                .put("url", pull.url())
                .put("state", Word.of(pull.state()))));
    if (!appliers.isEmpty()) {
      document.put("appliedBy", new Sequence(appliers.stream().map(Scalar::of).toList()));
    }
    return document;
  }

  /// For people: of a plan the patch, else a line.
  String text() {
    return result == Result.PLANNED ? diff : line() + "\n";
  }

  private String line() {
    return switch (result) {
      case UNCHANGED -> "nothing to change: the image stands there already";
      case PLANNED -> "planned " + files();
      case EDITED -> "edited " + files();
      case PUSHED -> "pushed commit " + shortCommit() + " to branch " + branch;
      case APPLIED -> "applied by " + String.join(", ", appliers);
      case OPENED, UPDATED, MERGED, CLOSED ->
          request
              .map(pull -> result + " pull request " + pull.number() + ": " + pull.url())
              .orElse("");
    };
  }

  private String files() {
    long files = changes.stream().map(Change::file).distinct().count();
    return files == 1 ? "1 file" : files + " files";
  }

  private String shortCommit() {
    return commit.substring(0, Math.min(7, commit.length()));
  }
}
