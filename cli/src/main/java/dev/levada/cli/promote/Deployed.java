package dev.levada.cli.promote;

import dev.levada.cli.print.Steps;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.edit.Change;
import dev.levada.core.edit.Edits;
import dev.levada.core.edit.Promotion;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.fetch.git.GitRef;
import dev.levada.fetch.git.GitRemote;
import dev.levada.fetch.git.GitRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// Waits for the cluster that an image is deployed to.
final class Deployed {

  private final Surroundings around;
  private final ClusterChoice choice;
  private final Promotion promotion;
  private final Promotion probe;
  private final Duration limit;

  /// @param around opens the cluster
  /// @param choice which cluster
  /// @param promotion what is promoted
  /// @param probe the same of an image that stands nowhere, so that it changes every place
  /// @param limit how long each step may take
  Deployed(
      Surroundings around,
      ClusterChoice choice,
      Promotion promotion,
      Promotion probe,
      Duration limit) {
    this.around = around;
    this.choice = choice;
    this.promotion = promotion;
    this.probe = probe;
    this.limit = limit;
  }

  /// Finds out, before anything is pushed, whether there is somebody to wait for.
  void check(String url, String branch, Tree tree) {
    around.talk(
        choice.kubeconfig(),
        limit,
        cluster ->
            new Rollout(cluster, choice.namespace(), RepositoryName.of(url), branch)
                .readers(tree, files(tree)));
  }

  /// Waits until whoever reads the files has applied the image.
  ///
  /// @param remote reads commits
  /// @param source the branch that they read
  /// @return who has applied it, each by its namespace and name
  List<String> await(GitRemote remote, GitRequest source, Steps steps) {
    String branch = source.ref().branch();
    Tree tree = remote.fetch(source.url(), source).tree();
    var known = new HashMap<String, Boolean>();
    var appliers = new AtomicReference<List<String>>(List.of());
    around.talk(
        choice.kubeconfig(),
        limit,
        cluster -> {
          var rollout =
              new Rollout(cluster, choice.namespace(), RepositoryName.of(source.url()), branch);
          var readers = rollout.readers(tree, files(tree));
          rollout.await(
              readers,
              commit -> known.computeIfAbsent(commit, id -> hasImage(remote, source, id)),
              steps);
          appliers.set(List.copyOf(readers.keySet()));
        });
    return appliers.get();
  }

  /// The files in which the image stands, whichever it is now.
  private Set<TreePath> files(Tree tree) {
    return probe.apply(tree).changes().stream().map(Change::file).collect(Collectors.toSet());
  }

  /// Whether a commit has the image, however it came there: by a merge, by one commit for all, or
  /// with later ones on top.
  private boolean hasImage(GitRemote remote, GitRequest source, String commit) {
    var request =
        new GitRequest(
            source.url(),
            new GitRef(source.ref().branch(), "", "", "", commit),
            source.credentials(),
            source.tls(),
            source.timeout());
    Edits left = promotion.apply(remote.fetch(source.url(), request).tree());
    return left.isEmpty() && left.problems().isEmpty();
  }
}
