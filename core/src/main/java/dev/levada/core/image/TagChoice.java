package dev.levada.core.image;

import java.util.Collection;
import java.util.Map;

/// How one tag is chosen of many.
///
/// @param filter which tags count, and what of them is compared
/// @param policy which value is the latest
public record TagChoice(TagFilter filter, TagPolicy policy) {

  /// The tag that is chosen.
  ///
  /// @throws NoTagChosen where none fits
  public String choose(Collection<String> tags) {
    Map<String, String> values = filter.apply(tags);
    if (values.isEmpty()) {
      throw new NoTagChosen(
          "none of the " + tags.size() + " tags matches filterTags.pattern",
          "Push one that does, or correct the pattern");
    }
    String tag = values.get(policy.latest(values.keySet()));
    if (tag == null) {
      throw new AssertionError("a policy chooses one of the values it is given");
    }
    return tag;
  }
}
