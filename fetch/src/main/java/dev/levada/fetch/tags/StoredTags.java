package dev.levada.fetch.tags;

import java.util.List;

/// The tags of one image repository as they were scanned.
///
/// @param image the repository's canonical name
/// @param etag the registry's mark of the list; empty for none
/// @param tags the tags
public record StoredTags(String image, String etag, List<String> tags) {

  /// @throws IllegalArgumentException where a part has a line break, which no name or tag has
  public StoredTags {
    tags = List.copyOf(tags);
    if ((image + etag).contains("\n") || tags.stream().anyMatch(tag -> tag.contains("\n"))) {
      throw new IllegalArgumentException("a name or tag with a line break");
    }
  }
}
