package dev.levada.core.hook.notice;

import dev.levada.core.manifest.Mapping;
import java.util.Set;

/// The notification of Azure's registry.
record AcrNotice() implements NoticeReader {

  @Override
  public boolean recognises(Mapping payload) {
    return payload.has("action") && !payload.textAt("target", "repository").isEmpty();
  }

  @Override
  public Set<RepositoryName> repositories(Mapping payload) {
    return switch (payload.textAt("action")) {
      case "push", "delete" ->
          Set.of(
              new RepositoryName(
                  payload.textAt("request", "host"), payload.textAt("target", "repository")));
      default -> Set.of(); // charts, quarantine, pings
    };
  }
}
