package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import java.util.Set;

/// Docker Hub's notification of a push.
record DockerHubNotice() implements NoticeReader {

  @Override
  public boolean recognises(Mapping payload) {
    return payload.has("push_data") && !payload.textAt("repository", "repo_name").isEmpty();
  }

  @Override
  public Set<RepositoryName> repositories(Mapping payload) {
    return Set.of(RepositoryName.ofDockerHub(payload.textAt("repository", "repo_name")));
  }
}
