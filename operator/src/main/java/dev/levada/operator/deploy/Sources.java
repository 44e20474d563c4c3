package dev.levada.operator.deploy;

import dev.levada.api.GitRepository;
import dev.levada.api.Kustomization;
import dev.levada.api.SourceReference;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.source.SourceShelf;
import java.time.Duration;
import java.util.Optional;

/// Finds the source that a Kustomization builds from, or says why it cannot be had (flux-api §2.1,
/// step 4).
public final class Sources {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final ResourceCache<GitRepository> repositories;
  private final SourceShelf shelf;
  private final boolean crossNamespace;

  /// @param repositories the GitRepositories as the cluster has them
  /// @param shelf where fetched trees stand
  /// @param crossNamespace whether a source may be in another namespace
  public Sources(
      ResourceCache<GitRepository> repositories, SourceShelf shelf, boolean crossNamespace) {
    this.repositories = repositories;
    this.shelf = shelf;
    this.crossNamespace = crossNamespace;
  }

  SourceShelf.Shelved require(Kustomization object) {
    SourceReference source = object.spec().source();
    refuseForeign(object, source);
    if (!source.kind().equals(GitRepository.KIND)) {
      throw FailureException.stalled(
          Reason.UNSUPPORTED_FIELD,
          "source '" + source + "' is of a kind that Levada does not fetch yet",
          "Use a GitRepository in spec.sourceRef");
    }
    Optional<GitRepository> repository = repositories.find(source.namespace(), source.name());
    if (repository.isEmpty()) {
      throw FailureException.retrying(
          Reason.ARTIFACT_FAILED,
          "Source '" + source + "' not found",
          "Create it, or correct spec.sourceRef");
    }
    return shelf.find(source).orElseThrow(() -> missing(source, repository.get()));
  }

  private void refuseForeign(Kustomization object, SourceReference source) {
    if (!crossNamespace && !source.namespace().equals(object.metadata().namespace())) {
      throw FailureException.stalled(
          Reason.ACCESS_DENIED,
          "can't access '" + source + "', cross-namespace references have been blocked",
          "Move the source into namespace "
              + object.metadata().namespace()
              + ", or start the engine without --no-cross-namespace-refs");
    }
  }

  private static RuntimeException missing(SourceReference source, GitRepository repository) {
    if (!repository.status().textAt("artifact", "revision").isEmpty()) {
      return new SourceNotFetchedYet(source.toString());
    }
    return new FailureException(
        new Failure.Waiting(
            Reason.ARTIFACT_FAILED,
            "Source artifact not found, retrying in 30s",
            "It is built when " + source + " is ready: look at its conditions",
            LOOK_AGAIN));
  }
}
