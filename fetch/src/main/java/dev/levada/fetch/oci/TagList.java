package dev.levada.fetch.oci;

import java.util.List;

/// What a registry said of a repository's tags.
///
/// @param tags the tags in the registry's order; empty where nothing changed
/// @param etag what to show the next time, so that an unchanged list costs no body; empty where the
///   registry has no such thing
/// @param unchanged whether the list is the one that the shown mark stands for
public record TagList(List<String> tags, String etag, boolean unchanged) {}
