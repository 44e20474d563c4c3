package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Harbor's notification, in its own form or as a CloudEvent.
record HarborNotice() implements NoticeReader {

  @Override
  public boolean recognises(Mapping payload) {
    return !data(payload).textAt("repository", "repo_full_name").isEmpty();
  }

  private static Mapping data(Mapping payload) {
    return payload.mappingAt(payload.has("event_data") ? "event_data" : "data");
  }

  @Override
  public Set<RepositoryName> repositories(Mapping payload) {
    String type = payload.textAt("type").toLowerCase(Locale.ROOT);
    boolean changesTags =
        type.contains("push") || type.contains("delete") || type.contains("replication");
    return changesTags ? named(data(payload)) : Set.of();
  }

  private static Set<RepositoryName> named(Mapping data) {
    String path = data.textAt("repository", "repo_full_name");
    var found = new HashSet<RepositoryName>();
    for (Node each : data.sequenceAt("resources")) {
      if (each instanceof Mapping resource) {
        String host =
            RepositoryName.ofReference(resource.textAt("resource_url"))
                .map(RepositoryName::registry)
                .orElse("");
        found.add(new RepositoryName(host, path));
      }
    }
    return found.isEmpty() ? Set.of(new RepositoryName("", path)) : found;
  }
}
