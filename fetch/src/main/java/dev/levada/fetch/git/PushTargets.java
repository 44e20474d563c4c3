package dev.levada.fetch.git;

import dev.levada.core.failure.FailureException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/// The references of the remote repository that a commit is pushed to.
///
/// @param write what is pushed
/// @param failures words what cannot be
record PushTargets(GitWrite write, PushFailures failures) {

  static final String HEADS = "refs/heads/";

  /// The branch that is pushed to.
  String branch() {
    return HEADS + write.branch();
  }

  /// The updates to ask for.
  ///
  /// @param expected where the branch is now, so that nobody's commit is lost; zero where it is not
  /// @param force whether the branch may lose the commits that were seen on it
  List<RemoteRefUpdate> updates(
      Repository repository, ObjectId commit, ObjectId expected, boolean force) throws IOException {
    var updates = new ArrayList<RemoteRefUpdate>();
    updates.add(
        new RemoteRefUpdate(repository, commit.name(), commit, branch(), force, null, expected));
    for (String text : write.refspecs()) {
      RefSpec spec = read(text);
      updates.add(
          new RemoteRefUpdate(
              repository,
              commit.name(),
              commit,
              spec.getDestination(),
              spec.isForceUpdate(),
              null,
              null));
    }
    return updates;
  }

  /// @throws FailureException where a refspec is none, or pushes something else than the commit
  private RefSpec read(String text) {
    try {
      var spec = new RefSpec(text);
      Set<String> ours = Set.of("HEAD", write.branch(), branch());
      String destination = spec.getDestination();
      boolean usable =
          !spec.isWildcard()
              && spec.getSource() != null
              && ours.contains(spec.getSource())
              && destination != null
              && destination.startsWith("refs/")
              && !destination.equals(branch());
      if (usable) {
        return spec;
      }
    } catch (IllegalArgumentException broken) {
      throw failures.invalidRefspec(text);
    }
    throw failures.invalidRefspec(text);
  }
}
