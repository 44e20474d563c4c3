package dev.levada.cli.promote;

import dev.levada.api.Condition;
import dev.levada.api.GitRepository;
import dev.levada.api.Kustomization;
import dev.levada.cli.print.Steps;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.access.WatchEvent;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The Kustomizations of a cluster that deploy some files of a repository's branch.
///
/// @param cluster where they are
/// @param namespace their namespace; empty for all
/// @param repository which repository
/// @param branch which branch
record Rollout(Cluster cluster, String namespace, RepositoryName repository, String branch) {

  private static final ResourceType SOURCES =
      new ResourceType(GitRepository.TYPE, "gitrepositories", true);
  private static final ResourceType KUSTOMIZATIONS =
      new ResourceType(Kustomization.TYPE, "kustomizations", true);
  private static final Set<String> UNDER_WAY = Set.of("DependencyNotReady", "Progressing");

  /// The Kustomizations that read one of the files.
  ///
  /// @return each by its namespace and name
  /// @throws CommandFailure where there is none, or one is suspended
  Map<String, Manifest> readers(Tree tree, Set<TreePath> files) {
    Set<String> sources = sources();
    var readers = new TreeMap<String, Manifest>();
    cluster.list(
        KUSTOMIZATIONS,
        new Selection(namespace, "", ""),
        object -> {
          var kustomization = Kustomization.of(object);
          if (sources.contains(kustomization.spec().source().toString())
              && FilesRead.by(kustomization, tree).hasOneOf(files)) {
            readers.put(name(object), object);
          }
        });
    if (readers.isEmpty()) {
      throw new CommandFailure(
          "no Kustomization in the cluster reads "
              + files.stream().map(TreePath::text).sorted().collect(Collectors.joining(", "))
              + " from branch '"
              + branch
              + "' of "
              + repository.host()
              + "/"
              + repository.path(),
          "Name the right cluster with --kubeconfig, or leave out --wait applied.");
    }
    readers.values().stream()
        .filter(object -> object.root().isTrueAt("spec", "suspend"))
        .findFirst()
        .ifPresent(object -> {
          throw new CommandFailure(
              "Kustomization " + name(object) + " is suspended: it would not apply the image",
              "Resume it with levada resume kustomization %s -n %s."
                  .formatted(object.name(), object.namespace()));
        });
    return readers;
  }

  /// The GitRepositories of the branch, wherever they are.
  private Set<String> sources() {
    var sources = new HashSet<String>();
    cluster.list(
        SOURCES,
        new Selection("", "", ""),
        object -> {
          GitRepository.Spec spec = GitRepository.of(object).spec();
          if (RepositoryName.of(spec.url()).equals(repository) && follows(spec)) {
            sources.add(GitRepository.KIND + "/" + name(object));
          }
        });
    return sources;
  }

  private boolean follows(GitRepository.Spec spec) {
    boolean fixed = !spec.commit().isEmpty() || !spec.tag().isEmpty() || !spec.semver().isEmpty();
    return !fixed
        && (spec.refName().isEmpty()
            ? spec.branch().equals(branch)
            : spec.refName().equals("refs/heads/" + branch));
  }

  /// Waits until all of them have applied a commit that has the image, and are ready.
  ///
  /// @param readers the Kustomizations as they were
  /// @param hasImage tells whether a commit has the image
  /// @throws CommandFailure where one fails with it, or is deleted
  void await(Map<String, Manifest> readers, Predicate<String> hasImage, Steps steps) {
    var pending = new TreeMap<String, String>();
    readers.keySet().forEach(name -> pending.put(name, "it has not been looked at yet"));
    steps.waiting("until the image is applied by " + String.join(", ", pending.keySet()));
    String version =
        cluster.list(
            KUSTOMIZATIONS,
            new Selection(namespace, "", ""),
            object -> judge(object, pending, hasImage));
    if (pending.isEmpty()) {
      return;
    }
    try {
      cluster.follow(
          KUSTOMIZATIONS,
          new Selection(namespace, "", ""),
          version,
          event -> goesOn(event, pending, hasImage));
    } catch (CancellationException | ApiUnreachable left) {
      pending.forEach((name, why) -> steps.warn(name + " has not got there: " + why));
      throw left;
    }
  }

  private static boolean goesOn(
      WatchEvent event, Map<String, String> pending, Predicate<String> hasImage) {
    switch (event) {
      case WatchEvent.Changed changed -> judge(changed.object(), pending, hasImage);
      case WatchEvent.Gone gone -> {
        if (pending.containsKey(name(gone.object()))) {
          throw new CommandFailure(
              "Kustomization " + name(gone.object()) + " was deleted meanwhile",
              "Find out who deleted it; if it should be there, apply it again.");
        }
      }
      case WatchEvent.Bookmark _, WatchEvent.Failed _ ->
          throw new AssertionError("a cluster hands over changes only");
    }
    return !pending.isEmpty();
  }

  private static void judge(
      Manifest object, Map<String, String> pending, Predicate<String> hasImage) {
    String name = name(object);
    if (!pending.containsKey(name)) {
      return;
    }
    Condition ready =
        Condition.find(object.root().mappingAt("status"), Condition.READY)
            .orElse(new Condition(Condition.READY, "Unknown", "", "", 0));
    boolean current =
        object.root().numberAt(0, "status", "observedGeneration") == object.generation();
    if (ready.status().equals("True")) {
      if (current && has(object, "lastAppliedRevision", hasImage)) {
        pending.remove(name);
      } else {
        pending.put(name, "it is at " + object.root().textAt("status", "lastAppliedRevision"));
      }
      return;
    }
    if (ready.status().equals("False")
        && !UNDER_WAY.contains(ready.reason())
        && has(object, "lastAttemptedRevision", hasImage)) {
      throw new CommandFailure(
          "Kustomization " + name + " fails with the image: " + ready.message(),
          "See the whole status with levada get kustomizations %s -n %s -o yaml."
              .formatted(object.name(), object.namespace()));
    }
    pending.put(name, ready.message());
  }

  private static boolean has(Manifest object, String field, Predicate<String> hasImage) {
    String revision = object.root().textAt("status", field);
    int colon = revision.lastIndexOf(':');
    return colon >= 0 && hasImage.test(revision.substring(colon + 1));
  }

  private static String name(Manifest object) {
    return object.namespace() + "/" + object.name();
  }
}
