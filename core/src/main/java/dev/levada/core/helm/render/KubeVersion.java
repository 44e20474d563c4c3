package dev.levada.core.helm.render;

import dev.levada.core.semver.Version;
import java.util.Optional;

/// A version of Kubernetes as templates see it.
///
/// @param text as the server gives it, with a leading `v`
/// @param version the same in its parts
public record KubeVersion(String text, Version version) {

  /// Reads a version loosely; nothing where the text is none.
  public static Optional<KubeVersion> parse(String text) {
    return Version.parse(text)
        .map(version -> new KubeVersion(text.startsWith("v") ? text : "v" + text, version));
  }

  /// The version without what follows the three numbers.
  public String normalized() {
    return "v" + version.major() + "." + version.minor() + "." + version.patch();
  }
}
