package dev.levada.fetch.git;

import dev.levada.fetch.signing.CommitSigner;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a commit is to go, and how it is made.
///
/// @param source the repository, and the reference whose files are edited
/// @param branch the branch that is pushed to
/// @param start what the commit stands on, where the branch is not the source's own
/// @param refspecs further places that the commit is pushed to, such as `HEAD:refs/heads/review`
/// @param options options for the server, as `git push --push-option` sends them
/// @param author who makes the commit
/// @param signer signs it; not signed where absent
/// @param clock tells when it is made
public record GitWrite(
    GitRequest source,
    String branch,
    BranchStart start,
    List<String> refspecs,
    Map<String, String> options,
    GitAuthor author,
    Optional<CommitSigner> signer,
    Clock clock) {

  /// What a commit on a branch of its own stands on.
  public enum BranchStart {
    /// The source's tip: the branch is made anew, whatever it held.
    SOURCE,
    /// As [#SOURCE], and anew too where the edited files have moved on in the source since, so that
    /// the branch can still be merged. A branch to which somebody else has committed is gone on
    /// with.
    FRESH_SOURCE,
    /// The branch's own tip where it is there, else the source's.
    BRANCH
  }

  /// Who makes a commit.
  ///
  /// @param name the name
  /// @param email the address
  public record GitAuthor(String name, String email) {}
}
