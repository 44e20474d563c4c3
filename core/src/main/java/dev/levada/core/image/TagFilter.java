package dev.levada.core.image;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which tags count, and what of them is compared.
public final class TagFilter {

  private final Pattern pattern;
  private final Template extract;

  private TagFilter(Pattern pattern, Template extract) {
    this.pattern = pattern;
    this.extract = extract;
  }

  /// Reads a filter.
  ///
  /// @param pattern an expression that tags must match somewhere; empty lets all pass
  /// @param extract what of a match is compared, with `$1` or `$name` for its groups; empty for the
  ///   whole tag
  /// @throws InvalidPolicy where the expression is none
  public static TagFilter of(String pattern, String extract) {
    try {
      return new TagFilter(Pattern.compile(pattern), Template.parse(extract));
    } catch (PatternSyntaxException broken) {
      throw new InvalidPolicy(
          "filterTags.pattern '" + pattern + "' is no regular expression: " + broken.getMessage(),
          "Write one in the RE2 syntax, such as ^main-(?P<number>[0-9]+)$");
    }
  }

  /// What is compared of each tag that counts, and the tag. Of tags with the same value the last
  /// one stands.
  public Map<String, String> apply(Collection<String> tags) {
    var values = new LinkedHashMap<String, String>();
    for (String tag : tags) {
      Matcher match = pattern.matcher(tag);
      if (match.find()) {
        values.put(extract.isEmpty() ? tag : extract.expand(match, pattern), tag);
      }
    }
    return values;
  }
}
