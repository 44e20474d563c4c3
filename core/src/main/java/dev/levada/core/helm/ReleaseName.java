package dev.levada.core.helm;

import com.google.re2j.Pattern;
import dev.levada.core.helm.values.Warnings;

/// What a release may be called.
final class ReleaseName {

  private static final int LONGEST = 53;
  private static final String RULE =
      "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
  private static final Pattern PATTERN = Pattern.compile(RULE);

  private ReleaseName() {}

  /// @throws HelmFailed where a release may not be called so
  static void check(String name, Warnings warnings) {
    if (!name.isEmpty() && name.length() <= LONGEST && PATTERN.matches(name)) {
      return;
    }
    String why =
        name.isEmpty()
            ? "no name provided"
            : "invalid release name, must match regex "
                + RULE
                + " and the length must not be longer than "
                + LONGEST;
    String error = "release name \"" + name + "\": " + why;
    warnings.error("release name check failed", "error=" + Warnings.quoted(error));
    throw new HelmFailed(
        "release name check failed: " + error,
        "Choose a name of lower-case letters, digits, '-' and '.'.",
        false);
  }
}
