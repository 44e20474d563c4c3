package dev.levada.core.sprig.version;

import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.semver.InvalidRange;
import dev.levada.core.semver.SemverRange;
import dev.levada.core.semver.Version;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `semver` and `semverCompare`.
public final class VersionFunctions {

  private static final String NO_VERSION = "invalid semantic version";
  private static final Pattern TOO_LARGE = Pattern.compile("(?<![-+0-9A-Za-z])[0-9]{20,}");

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
    Matcher number = TOO_LARGE.matcher(text);
    if (number.find() && new BigInteger(number.group()).bitLength() > Long.SIZE) {
      String segment = number.group();
      if (Version.parse(number.replaceAll("1")).isPresent()) {
        return "error parsing version segment: strconv.ParseUint: parsing "
            + Quotes.quote(segment)
            + ": value out of range";
      }
    }
    int dash = text.indexOf('-');
    boolean zeroes =
        dash > 0
            && Version.parse(text.substring(0, dash)).isPresent()
            && text.substring(dash + 1).matches("(?:.*\\.)?0[0-9]+(?:[.+].*)?");
    return zeroes ? "version segment starts with 0" : NO_VERSION;
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

  // A version that looks like one and is none fails later than a text that does not look like one.
  private static String complaint(String part) {
    String version = part.strip().replaceFirst("^[=<>!~^ ]+", "");
    return refusal(version).equals(NO_VERSION)
        ? "improper constraint: " + Quotes.quote(part)
        : "constraint parser error";
  }

  private static boolean passes(String constraint, String version) {
    SemverRange range;
    try {
      range = SemverRange.parse(constraint);
    } catch (InvalidRange e) {
      throw new FunctionFailed(complaint(improper(constraint)), e);
    }
    return range.matches(version(version));
  }
}
