package dev.levada.core.semver;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A semantic version. The order is that of semver.org; metadata takes no part in it, so two
/// versions can be unequal and yet compare as 0. The numbers are unsigned, as large as Go's uint64.
///
/// @param major the first number
/// @param minor the second number
/// @param patch the third number
/// @param prerelease what follows `-`, or empty
/// @param metadata what follows `+`, or empty
public record Version(long major, long minor, long patch, String prerelease, String metadata)
    implements Comparable<Version> {

  private static final int LONGEST = 256;
  private static final String TAIL =
      "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?";
  private static final Pattern LOOSE =
      Pattern.compile("v?([0-9]{1,256})(?:\\.([0-9]{1,256}))?(?:\\.([0-9]{1,256}))?" + TAIL);
  private static final Pattern LEADING_ZERO = Pattern.compile("(?:^|\\.)0[0-9]+(?:\\.|$)");

  /// Reads a version loosely: a leading `v` is fine, and missing parts are zero (`v1.2`).
  public static Optional<Version> parse(String text) {
    return read(text, false);
  }

  /// Reads a version that has all three numbers, a leading `v` being fine: the way tags are read
  /// (flux-api.md 1.1).
  public static Optional<Version> parseTag(String text) {
    return read(text, true);
  }

  private static Optional<Version> read(String text, boolean allParts) {
    Matcher parts = LOOSE.matcher(text.length() > LONGEST ? "" : text);
    if (!parts.matches() || (allParts && parts.group(3) == null)) {
      return Optional.empty();
    }
    String prerelease = textOf(parts, 4);
    if (LEADING_ZERO.matcher(prerelease).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Version(
              number(parts, 1), number(parts, 2), number(parts, 3), prerelease, textOf(parts, 5)));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static long number(Matcher parts, int group) {
    String digits = textOf(parts, group);
    return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits);
  }

  private static String textOf(Matcher parts, int group) {
    String text = parts.group(group);
    return text == null ? "" : text;
  }

  @Override
  public int compareTo(Version other) {
    int order = Long.compareUnsigned(major, other.major);
    order = order != 0 ? order : Long.compareUnsigned(minor, other.minor);
    order = order != 0 ? order : Long.compareUnsigned(patch, other.patch);
    return order != 0 ? order : comparePrerelease(prerelease, other.prerelease);
  }

  private static int comparePrerelease(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    String[] lefts = left.split("\\.", -1);
    String[] rights = right.split("\\.", -1);
    for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
      int order = compareIdentifier(lefts[i], rights[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(lefts.length, rights.length);
  }

  private static int compareIdentifier(String left, String right) {
    boolean leftNumber = left.chars().allMatch(Character::isDigit);
    boolean rightNumber = right.chars().allMatch(Character::isDigit);
    if (leftNumber != rightNumber) {
      return leftNumber ? -1 : 1;
    }
    return leftNumber && left.length() != right.length()
        ? Integer.compare(left.length(), right.length())
        : left.compareTo(right);
  }

  /// The version in its full form, without a leading `v`.
  @Override
  public String toString() {
    return Long.toUnsignedString(major)
        + "."
        + Long.toUnsignedString(minor)
        + "."
        + Long.toUnsignedString(patch)
        + (prerelease.isEmpty() ? "" : "-" + prerelease)
        + (metadata.isEmpty() ? "" : "+" + metadata);
  }
}
