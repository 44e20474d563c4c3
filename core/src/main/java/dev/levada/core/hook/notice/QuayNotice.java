package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Quay's notification of a push.
record QuayNotice() implements NoticeReader {

  @Override
  public boolean recognises(Mapping payload) {
    return payload.has("docker_url") && payload.has("updated_tags");
  }

  @Override
  public Set<RepositoryName> repositories(Mapping payload) {
    Optional<RepositoryName> named = RepositoryName.ofReference(payload.textAt("docker_url"));
    return named.stream().collect(Collectors.toSet());
  }
}
