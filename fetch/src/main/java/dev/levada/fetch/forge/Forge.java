package dev.levada.fetch.forge;

import java.util.List;
import java.util.Optional;

/// One repository at a Git host. Every method throws a [ForgeFailed] where the host does not do
/// what it is asked.
public interface Forge {

  /// The open pull request from one branch to another.
  Optional<PullRequest> find(String head, String base);

  /// All open pull requests between branches of the repository.
  ///
  /// @param most how many questions they may cost
  /// @return nothing where there are more
  Optional<List<PullRequest>> allOpen(int most);

  /// Those between branches of the repository that were closed without a merge, the latest ones.
  List<PullRequest> latestClosed();

  /// A pull request by its number.
  PullRequest get(long number);

  /// Opens a pull request; where another one for the same branches is open, that one is given back.
  default PullRequest open(NewPullRequest request) {
    return new OpenOnce(this).open(request);
  }

  /// Opens a pull request without looking for one that is open already.
  PullRequest create(NewPullRequest request);

  /// Changes title and text.
  PullRequest update(long number, String title, String body);

  /// Says something.
  void comment(long number, String text);

  /// Closes without merging.
  void close(long number);

  /// Merges, provided that the head is still the one that was looked at.
  void merge(PullRequest request, MergeMethod method, String message);

  /// Adds labels.
  void label(long number, List<String> labels);

  /// Asks people to review.
  void requestReviews(long number, List<String> people);

  /// Says how a commit fares.
  void setStatus(CommitStatus status);

  /// What was said of a commit, each context with its latest word.
  List<CommitStatus> statuses(String commit);

  /// How many people approve of a pull request and have not taken it back.
  int approvals(long number);

  /// The branch that a clone gets.
  String defaultBranch();

  /// What protects a branch, in words; empty where nothing does.
  String protection(String branch);

  /// How a pull request becomes part of its base.
  enum MergeMethod {
    /// A merge commit.
    MERGE,
    /// One commit for all.
    SQUASH,
    /// The commits on top of the base.
    REBASE
  }
}
