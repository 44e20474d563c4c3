package dev.levada.core.hook.notice;

import java.util.Locale;
import java.util.Optional;

/// A repository of images as a notification names it.
///
/// @param registry host and perhaps port; empty where the notification does not say
/// @param path the path in the registry, such as `library/alpine`
public record RepositoryName(String registry, String path) {

  private static final String DOCKER_HUB = "index.docker.io";

  /// A repository of Docker Hub, whose own images have no owner in front.
  static RepositoryName ofDockerHub(String path) {
    return new RepositoryName(DOCKER_HUB, path.contains("/") ? path : "library/" + path);
  }

  /// Reads `host/path`, `host/path:tag` or `host/path@digest`, perhaps with a scheme; nothing where
  /// there is no path.
  static Optional<RepositoryName> ofReference(String reference) {
    String text = reference.replaceFirst("^[a-z]+://", "");
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      return Optional.empty();
    }
    String path = text.substring(slash + 1).replaceFirst("[@:].*$", "").replaceFirst("/$", "");
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new RepositoryName(text.substring(0, slash), path));
  }

  /// A repository in a registry that is not known; nothing where the path is empty.
  static Optional<RepositoryName> ofPath(String path) {
    return path.isEmpty() ? Optional.empty() : Optional.of(new RepositoryName("", path));
  }

  /// Whether this is the repository of such a name. Registries are reached by more names than they
  /// know, so another host alone is no difference: see [Notice.Named#choose].
  boolean hasPath(String otherPath) {
    return path.toLowerCase(Locale.ROOT).equals(otherPath.toLowerCase(Locale.ROOT));
  }

  boolean hasHost(String otherRegistry) {
    return registry.equalsIgnoreCase(otherRegistry);
  }
}
