package dev.levada.core.image;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.zip.Adler32;

/// The tags of a repository that count, sorted by their bytes.
///
/// @param tags the tags
public record ScannedTags(List<String> tags) {

  private static final int MOST_LATEST = 10;

  /// Leaves out what the exclusion list names.
  ///
  /// @param found every tag that the registry has
  /// @param exclusionList expressions; a tag that one matches somewhere is left out
  /// @throws InvalidPolicy where an expression is none
  public static ScannedTags of(Collection<String> found, List<String> exclusionList) {
    List<Pattern> excluded = exclusionList.stream().map(ScannedTags::compile).toList();
    return new ScannedTags(
        found.stream()
            .filter(tag -> excluded.stream().noneMatch(each -> each.matcher(tag).find()))
            .distinct()
            .sorted()
            .toList());
  }

  private static Pattern compile(String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException broken) {
      throw new InvalidPolicy(
          "'"
              + expression
              + "' in the exclusion list is no regular expression: "
              + broken.getMessage(),
          "Write one in the RE2 syntax, such as ^.*\\.sig$");
    }
  }

  /// The first ten in the reverse order of the alphabet.
  public List<String> latest() {
    return tags.stream().sorted(Collections.reverseOrder()).limit(MOST_LATEST).toList();
  }

  /// A number that changes when the list does, in decimal.
  public String checksum() {
    var sum = new Adler32();
    for (String tag : tags) {
      sum.update(tag.getBytes(StandardCharsets.UTF_8));
      sum.update('\n');
    }
    return Long.toString(sum.getValue());
  }

  /// The condition's message after a scan.
  public String message() {
    return "successful scan: found " + tags.size() + " tags with checksum " + checksum();
  }
}
