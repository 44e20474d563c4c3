package dev.levada.operator.image;

import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageRepository;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.operator.runtime.ResourceCache;
import java.time.Duration;
import java.util.Map;

/// Finds the ImageRepository of a policy, if the policy may use it (flux-api §1.10, `accessFrom`).
public final class RepositoryLookup {

  private static final ResourceType NAMESPACES =
      new ResourceType(new GroupVersionKind("", "v1", "Namespace"), "namespaces", false);

  private final ResourceCache<ImageRepository> repositories;
  private final KubeClient client;
  private final boolean crossNamespace;
  private final Duration again;

  /// @param repositories the ImageRepositories as the cluster has them
  /// @param client reads the labels of namespaces
  /// @param crossNamespace whether a policy may use repositories of other namespaces at all
  /// @param again when to look again for one that is missing
  public RepositoryLookup(
      ResourceCache<ImageRepository> repositories,
      KubeClient client,
      boolean crossNamespace,
      Duration again) {
    this.repositories = repositories;
    this.client = client;
    this.crossNamespace = crossNamespace;
    this.again = again;
  }

  ImageRepository require(ImagePolicy policy) {
    String namespace = policy.spec().repositoryNamespace();
    String name = policy.spec().repositoryName();
    boolean foreign = !namespace.equals(policy.metadata().namespace());
    if (foreign && !crossNamespace) {
      throw denied(
          policy,
          "cross-namespace references have been blocked",
          "Move it into namespace "
              + policy.metadata().namespace()
              + ", or start the engine without --no-cross-namespace-refs");
    }
    ImageRepository repository =
        repositories
            .find(namespace, name)
            .orElseThrow(() ->
                notReady(
                    "referenced ImageRepository '" + namespace + "/" + name + "' does not exist",
                    "Create it, or correct spec.imageRepositoryRef"));
    if (foreign && !admits(repository, policy.metadata().namespace())) {
      throw denied(
          policy,
          "its spec.accessFrom admits no namespace with the labels of "
              + policy.metadata().namespace(),
          "Add the namespace's labels to spec.accessFrom.namespaceSelectors of the ImageRepository");
    }
    return repository;
  }

  private boolean admits(ImageRepository repository, String namespace) {
    if (repository.spec().accessFrom().isEmpty()) {
      return false;
    }
    Map<String, String> labels =
        client.find(NAMESPACES, "", namespace).map(Manifest::labels).orElse(Map.of());
    return repository.spec().accessFrom().stream()
        .anyMatch(wanted -> labels.entrySet().containsAll(wanted.entrySet()));
  }

  FailureException notReady(String message, String fix) {
    return new FailureException(
        new Failure.Waiting(Reason.DEPENDENCY_NOT_READY, message, fix, again));
  }

  private static FailureException denied(ImagePolicy policy, String why, String fix) {
    return FailureException.retrying(
        Reason.ACCESS_DENIED,
        "can't access ImageRepository '"
            + policy.spec().repositoryNamespace()
            + "/"
            + policy.spec().repositoryName()
            + "': "
            + why,
        fix);
  }
}
