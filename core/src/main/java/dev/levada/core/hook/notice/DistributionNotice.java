package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.HashSet;
import java.util.Set;

/// The envelope of CNCF Distribution, which GitLab's registry and others send too. A push tells of
/// each layer; only what has a tag changes the list of tags. Pulls are told of too, and a scan of
/// ours pulls: acting on them would never end.
record DistributionNotice() implements NoticeReader {

  @Override
  public boolean recognises(Mapping payload) {
    return payload.sequenceAt("events").items().stream()
        .anyMatch(each ->
            each instanceof Mapping event && !event.textAt("target", "repository").isEmpty());
  }

  @Override
  public Set<RepositoryName> repositories(Mapping payload) {
    var found = new HashSet<RepositoryName>();
    for (Node each : payload.sequenceAt("events")) {
      if (each instanceof Mapping event && changesTags(event)) {
        found.add(
            new RepositoryName(
                event.textAt("request", "host"), event.textAt("target", "repository")));
      }
    }
    return found;
  }

  private static boolean changesTags(Mapping event) {
    return switch (event.textAt("action")) {
      case "push" -> !event.textAt("target", "tag").isEmpty();
      case "delete" -> true;
      default -> false;
    };
  }
}
