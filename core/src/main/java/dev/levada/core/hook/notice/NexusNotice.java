package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import java.util.Set;

/// Nexus's notification of a component. Where its repositories are told apart by paths, the name of
/// the one in Nexus stands before the image's.
record NexusNotice() implements NoticeReader {

  @Override
  public boolean recognises(Mapping payload) {
    return payload.has("repositoryName")
        && payload.textAt("component", "format").equals("docker")
        && !payload.textAt("component", "name").isEmpty();
  }

  @Override
  public Set<RepositoryName> repositories(Mapping payload) {
    String name = payload.textAt("component", "name");
    return Set.of(
        new RepositoryName("", name),
        new RepositoryName("", payload.textAt("repositoryName") + "/" + name));
  }
}
