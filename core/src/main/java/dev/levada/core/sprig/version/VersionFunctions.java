package dev.levada.core.sprig.version;

import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.semver.InvalidRange;
import dev.levada.core.semver.SemverRange;
import dev.levada.core.semver.Version;
import java.util.List;

/// `semver` and `semverCompare`.
public final class VersionFunctions {

  private VersionFunctions() {}

  /// All functions of this package.
  public static List<Function> all() {
    return List.of(
        Function.of(
            "semver",
            (_, given) -> new GoVersion(version((String) given[0]), (String) given[0], true),
            STRING),
        Function.of(
            "semverCompare",
            (_, given) -> passes((String) given[0], (String) given[1]),
            STRING,
            STRING));
  }

  static Version version(String text) {
    return Version.parse(text).orElseThrow(() -> new FunctionFailed(refusal(text)));
  }

  private static String refusal(String text) {
    int dash = text.indexOf('-');
    boolean zeroes =
        dash > 0
            && Version.parse(text.substring(0, dash)).isPresent()
            && text.substring(dash + 1).matches("(?:.*\\.)?0[0-9]+(?:[.+].*)?");
    return zeroes ? "version segment starts with 0" : "invalid semantic version";
  }

  // Only the alternative that is wrong is named.
  private static String improper(String constraint) {
    for (String part : constraint.split("\\|\\|", -1)) {
      try {
        SemverRange.parse(part);
      } catch (InvalidRange _) {
        return part;
      }
    }
    return constraint;
  }

  private static boolean passes(String constraint, String version) {
    SemverRange range;
    try {
      range = SemverRange.parse(constraint);
    } catch (InvalidRange e) {
      throw new FunctionFailed("improper constraint: " + Quotes.quote(improper(constraint)), e);
    }
    return range.matches(version(version));
  }
}
