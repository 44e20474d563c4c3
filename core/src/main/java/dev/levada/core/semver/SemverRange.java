package dev.levada.core.semver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A range of versions as the Masterminds library reads it: comparisons joined by a comma or a
/// space must all hold, groups joined by `||` are alternatives (stack.md 18).
public final class SemverRange {

  private static final int LONGEST = 1024;
  private static final String PART = "(?:[0-9]{1,256}|[xX*])";
  private static final String VERSION =
      "v?("
          + PART
          + ")(?:\\.("
          + PART
          + "))?(?:\\.("
          + PART
          + "))?"
          + "(-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?";
  private static final Pattern COMPARATOR =
      Pattern.compile("\\s*(!=|=>|=<|>=|<=|~>|=|>|<|~|\\^)?\\s*" + VERSION + "(?=[\\s,]|$)");
  private static final Pattern HYPHEN =
      Pattern.compile("\\s*(" + VERSION + ")\\s+-\\s+(" + VERSION + ")(?=[\\s,]|$)");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*|\\s+|$");

  private final List<Alternative> alternatives;

  private SemverRange(List<Alternative> alternatives) {
    this.alternatives = List.copyOf(alternatives);
  }

  /// Reads a range.
  ///
  /// @throws InvalidRange where the text is none
  public static SemverRange parse(String text) {
    if (text.length() > LONGEST) {
      throw new InvalidRange("the version range is longer than " + LONGEST + " characters");
    }
    var alternatives = new ArrayList<Alternative>();
    for (String group : text.split("\\|\\|", -1)) {
      alternatives.add(new Alternative(comparators(text, group)));
    }
    return new SemverRange(alternatives);
  }

  /// Whether a version lies in the range. A prerelease does only where a comparison of the same
  /// group names a prerelease.
  public boolean matches(Version version) {
    return alternatives.stream().anyMatch(alternative -> alternative.passes(version));
  }

  private static List<Comparator> comparators(String text, String group) {
    String plain =
        HYPHEN
            .matcher(group)
            .replaceAll(
                found -> Matcher.quoteReplacement(" >=" + found.group(1) + " <=" + found.group(7)));
    var comparators = new ArrayList<Comparator>();
    Matcher comparator = COMPARATOR.matcher(plain);
    Matcher separator = SEPARATOR.matcher(plain);
    int at = 0;
    do {
      if (!comparator.region(at, plain.length()).lookingAt()) {
        throw new InvalidRange(
            "'"
                + text
                + "' is not a range of versions: '"
                + plain.substring(at).strip()
                + "' is no comparison such as '>=1.2.0'");
      }
      comparators.add(read(comparator));
      separator.region(comparator.end(), plain.length()).lookingAt();
      at = separator.end();
    } while (at < plain.length());
    return comparators;
  }

  private static Comparator read(Matcher found) {
    String major = found.group(2);
    Optional<String> minor = Optional.ofNullable(found.group(3));
    Optional<String> patch = Optional.ofNullable(found.group(4));
    String tail = Optional.ofNullable(found.group(5)).orElse("");
    Comparator.Operator operator = operator(Optional.ofNullable(found.group(1)).orElse(""));
    if (isWild(major)) {
      return new Comparator(operator, bound("0.0.0" + tail), Comparator.Wild.EVERYTHING);
    }
    if (minor.isEmpty() || isWild(minor.get())) {
      return new Comparator(operator, bound(major + ".0.0" + tail), Comparator.Wild.FROM_MINOR);
    }
    if (patch.isEmpty() || isWild(patch.get())) {
      String zero = major + "." + minor.get() + ".0" + tail;
      return new Comparator(operator, bound(zero), Comparator.Wild.FROM_PATCH);
    }
    String whole = major + "." + minor.get() + "." + patch.get() + tail;
    return new Comparator(operator, bound(whole), Comparator.Wild.NOTHING);
  }

  private static Version bound(String text) {
    return Version.parse(text)
        .orElseThrow(() -> new InvalidRange("'" + text + "' in the range is not a version"));
  }

  private static boolean isWild(String part) {
    return part.equals("x") || part.equals("X") || part.equals("*");
  }

  private static Comparator.Operator operator(String sign) {
    return switch (sign) {
      case "!=" -> Comparator.Operator.NOT_EQUAL;
      case ">" -> Comparator.Operator.GREATER;
      case "<" -> Comparator.Operator.LESS;
      case ">=", "=>" -> Comparator.Operator.AT_LEAST;
      case "<=", "=<" -> Comparator.Operator.AT_MOST;
      case "~", "~>" -> Comparator.Operator.TILDE;
      case "^" -> Comparator.Operator.CARET;
      default -> Comparator.Operator.EQUAL;
    };
  }
}
