package dev.levada.core.image;

import dev.levada.core.semver.InvalidRange;
import dev.levada.core.semver.SemverRange;
import dev.levada.core.semver.Version;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Which of some values is the latest.
public sealed interface TagPolicy {

  /// The latest value.
  ///
  /// @throws NoTagChosen where none fits
  String latest(Collection<String> values);

  /// The highest version in a range.
  ///
  /// @param text the range as written
  /// @param range the same, read
  record Semver(String text, SemverRange range) implements TagPolicy {

    /// Reads a range.
    ///
    /// @throws InvalidPolicy where it is none
    public static Semver of(String text) {
      try {
        return new Semver(text, SemverRange.parse(text));
      } catch (InvalidRange broken) {
        throw new InvalidPolicy(
            "the range of policy.semver cannot be read: " + broken.getMessage(),
            "Write a range such as >=1.0.0 or 1.2.x");
      }
    }

    @Override
    public String latest(Collection<String> values) {
      String best = "";
      Version highest = new Version(0, 0, 0, "", "");
      for (String value : values) {
        Optional<Version> version = Version.parseTag(value).filter(range::matches);
        if (version.isPresent() && (best.isEmpty() || version.get().compareTo(highest) > 0)) {
          best = value;
          highest = version.get();
        }
      }
      if (best.isEmpty()) {
        throw new NoTagChosen(
            "none of the " + values.size() + " tags is a version in the range '" + text + "'",
            "Push a tag such as 1.2.3, or widen policy.semver.range (prereleases need a range with"
                + " one, such as >=1.0.0-0)");
      }
      return best;
    }
  }

  /// The last or first value in the order of the bytes.
  ///
  /// @param order which of both
  record Alphabetical(SortOrder order) implements TagPolicy {

    private static final Comparator<String> BYTES =
        (left, right) ->
            Arrays.compareUnsigned(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    @Override
    public String latest(Collection<String> values) {
      Comparator<String> wanted = order == SortOrder.ASCENDING ? BYTES : BYTES.reversed();
      return values.stream().max(wanted).orElseThrow(TagPolicy::nothing);
    }
  }

  /// The highest or lowest number.
  ///
  /// @param order which of both
  record Numerical(SortOrder order) implements TagPolicy {

    @Override
    public String latest(Collection<String> values) {
      Comparator<String> numbers = Comparator.comparingDouble(GoFloat::parse);
      Comparator<String> wanted = order == SortOrder.ASCENDING ? numbers : numbers.reversed();
      return values.stream().max(wanted).orElseThrow(TagPolicy::nothing);
    }
  }

  private static NoTagChosen nothing() {
    return new NoTagChosen(
        "no tag is left to choose from", "Push one, or widen filterTags and the exclusion list");
  }
}
