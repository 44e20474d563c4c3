package dev.levada.fetch.remote;

import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.RepositoryAddress;

/// A repository's address as an URL.
final class GitUrl {

  private GitUrl() {}

  static String of(RepositoryAddress address) {
    String repository = address.repository();
    if (repository.matches("(?s)(https?|ssh)://.*")) {
      return repository;
    }
    int colon = repository.indexOf(':');
    int at = repository.indexOf('@');
    if (at > 0 && colon > at && !repository.startsWith("file:")) {
      String path = repository.substring(colon + 1);
      return "ssh://" + repository.substring(0, colon) + (path.startsWith("/") ? "" : "/") + path;
    }
    throw new BuildFailed(
        "repository '" + repository + "' is not fetched: only http, https and ssh are",
        "Name the folder itself, or serve the repository over one of these");
  }
}
