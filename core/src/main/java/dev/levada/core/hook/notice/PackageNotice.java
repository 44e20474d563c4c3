package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The notification of a package at a Git host: GitHub's `package` and `registry_package`, for
/// images in ghcr.io, and Gitea's and Forgejo's `package`.
///
/// @param field where the payload has the package
record PackageNotice(String field) implements NoticeReader {

  @Override
  public boolean recognises(Mapping payload) {
    Mapping told = payload.mappingAt(field);
    return !type(told).isEmpty() && !told.textAt("name").isEmpty();
  }

  private static String type(Mapping told) {
    String gitHub = told.textAt("package_type");
    return (gitHub.isEmpty() ? told.textAt("type") : gitHub).toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<RepositoryName> repositories(Mapping payload) {
    Mapping told = payload.mappingAt(field);
    boolean image = type(told).equals("container") || type(told).equals("docker");
    Optional<RepositoryName> named =
        image ? byAddress(told).or(() -> byOwner(told)) : Optional.empty();
    return named.stream().collect(Collectors.toSet());
  }

  private static Optional<RepositoryName> byAddress(Mapping told) {
    return RepositoryName.ofReference(told.textAt("package_version", "package_url"));
  }

  private static Optional<RepositoryName> byOwner(Mapping told) {
    String namespace = told.textAt("namespace");
    String owner = namespace.isEmpty() ? told.textAt("owner", "login") : namespace;
    return owner.isEmpty()
        ? Optional.empty()
        : RepositoryName.ofPath((owner + "/" + told.textAt("name")).toLowerCase(Locale.ROOT));
  }
}
