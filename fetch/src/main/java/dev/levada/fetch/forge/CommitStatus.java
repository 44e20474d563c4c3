package dev.levada.fetch.forge;

import dev.levada.core.manifest.Mapping;

/// What somebody says of a commit.
///
/// @param commit the commit
/// @param context who says it, such as `levada/production`
/// @param state how it fares
/// @param description why
/// @param url where to read more; may be empty
public record CommitStatus(
    String commit, String context, State state, String description, String url) {

  /// A host's word of a commit.
  static CommitStatus linked(String commit, Mapping each, String context, State state) {
    return new CommitStatus(
        commit, context, state, each.textAt("description"), each.textAt("target_url"));
  }

  /// Adds where to read more, if anywhere, to what a host is told.
  Mapping linkedIn(Mapping body) {
    return url.isEmpty() ? body : body.put("target_url", url);
  }

  /// How a commit fares.
  public enum State {
    PENDING,
    SUCCESS,
    FAILURE,
    ERROR
  }
}
