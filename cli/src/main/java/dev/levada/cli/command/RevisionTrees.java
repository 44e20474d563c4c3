package dev.levada.cli.command;

import dev.levada.api.GitRepository;
import dev.levada.api.Kustomization;
import dev.levada.api.SourceReference;
import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.lookup.Lookup;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.TemporaryFolder;
import dev.levada.core.failure.FailureException;
import dev.levada.core.tree.FilteredTree;
import dev.levada.core.tree.IgnoreRules;
import dev.levada.core.tree.Tree;
import dev.levada.fetch.git.GitRef;
import dev.levada.fetch.git.GitRemote;
import dev.levada.fetch.git.GitRequest;
import dev.levada.operator.source.GitAccess;
import dev.levada.operator.source.NotBuiltYet;
import java.util.Optional;

/// Fetches a Kustomization's source at any revision, as the engine would: with the source's
/// credentials, and without what it ignores.
final class RevisionTrees implements AutoCloseable {

  private final Cluster cluster;
  private final TemporaryFolder folder = TemporaryFolder.make();
  private final GitRemote remote = new GitRemote(folder.path());

  /// @param cluster where the source and its Secret are
  RevisionTrees(Cluster cluster) {
    this.cluster = cluster;
  }

  /// The files at a revision.
  ///
  /// @param object whose source
  /// @param revision a branch, a tag, a commit, or a revision as a status tells it
  /// @throws FailureException where it cannot be fetched
  Tree at(Kustomization object, String revision) {
    GitRepository source = source(object.spec().source());
    NotBuiltYet.refuse(source);
    Tree tree = fetch(source, revision);
    return new FilteredTree(tree, IgnoreRules.of(tree, source.spec().ignore()));
  }

  private GitRepository source(SourceReference reference) {
    if (!reference.kind().equals(GitRepository.KIND)) {
      throw new CommandFailure(
          "source " + reference + " has no revisions that can be fetched by name",
          "Only those of a GitRepository can be compared. Give a folder with --path.");
    }
    return GitRepository.of(
        Lookup.require(cluster, FluxKind.GIT_REPOSITORY, reference.namespace(), reference.name()));
  }

  private Tree fetch(GitRepository source, String revision) {
    GitAccess.Keys keys = cluster.keys(source);
    Optional<FailureException> first = Optional.empty();
    for (GitRef ref : GitRef.candidates(revision)) {
      var request =
          new GitRequest(
              source.spec().url(), ref, keys.credentials(), keys.tls(), source.spec().timeout());
      try {
        return remote.fetch(revision, request).tree();
      } catch (FailureException e) {
        first = first.or(() -> Optional.of(e));
      }
    }
    FailureException why = first.orElseThrow();
    throw new CommandFailure(
        "revision '"
            + revision
            + "' of GitRepository/"
            + source.metadata().namespace()
            + "/"
            + source.metadata().name()
            + " cannot be fetched: "
            + why.failure().message(),
        "Give a branch, a tag, all 40 digits of a commit, or a revision as a status tells it. "
            + why.failure().fix(),
        why);
  }

  @Override
  public void close() {
    folder.close();
  }
}
