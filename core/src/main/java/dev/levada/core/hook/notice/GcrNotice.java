package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The notification of Google's registries, out of its message of Pub/Sub.
record GcrNotice() implements NoticeReader {

  @Override
  public boolean recognises(Mapping payload) {
    String action = payload.textAt("action");
    return (action.equals("INSERT") || action.equals("DELETE"))
        && (payload.has("digest") || payload.has("tag"));
  }

  @Override
  public Set<RepositoryName> repositories(Mapping payload) {
    Optional<RepositoryName> named =
        RepositoryName.ofReference(payload.textAt("tag"))
            .or(() -> RepositoryName.ofReference(payload.textAt("digest")));
    return named.stream().collect(Collectors.toSet());
  }
}
