package dev.levada.core.helm.render;

import dev.levada.core.semver.Version;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of Kubernetes as templates see it.
///
/// @param text as the server gives it, with a leading `v`
/// @param version the same in its parts
public record KubeVersion(String text, Version version) {

  private static final Pattern NUMBERS = Pattern.compile("v?([0-9]+(?:\\.[0-9]+)*)");

  /// Reads a version loosely; nothing where the text is none.
  public static Optional<KubeVersion> parse(String text) {
    return Version.parse(text)
        .map(version -> new KubeVersion(text.startsWith("v") ? text : "v" + text, version));
  }

  /// What is wrong with a text as a version; empty for nothing.
  public static String problem(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.lookingAt()) {
      return "could not parse \"" + text + "\" as version";
    }
    List<String> parts = List.of(numbers.group(1).split("\\.", -1));
    if (parts.size() < 2) {
      return "illegal version string \"" + text + "\"";
    }
    for (String part : parts) {
      if (part.length() > 1 && part.startsWith("0")) {
        return "illegal zero-prefixed version component \"" + part + "\" in \"" + text + "\"";
      }
    }
    return parse(text).isPresent() ? "" : "could not parse \"" + text + "\" as version";
  }

  /// The version without what follows the numbers that were given.
  public String normalized() {
    Matcher numbers = NUMBERS.matcher(text);
    return numbers.lookingAt() ? "v" + numbers.group(1) : text;
  }
}
