package dev.levada.core.sprig.encoding;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.util.Optional;

/// YAML as Helm reads it everywhere: version 1.1, and refused in Go's words.
public final class GoYaml {

  private GoYaml() {}

  /// The first document of a text; empty where there is none.
  ///
  /// @throws EncodingFailed where it is not YAML
  public static Optional<Node> first(byte[] utf8) throws EncodingFailed {
    try {
      refuseDirective(utf8);
      return YamlReader.first(utf8, YamlRules.KUSTOMIZATION_1_1);
    } catch (MalformedManifest e) {
      throw new EncodingFailed(
          "error converting YAML to JSON: " + complaint(utf8, String.valueOf(e.getMessage())));
    }
  }

  private static String complaint(byte[] utf8, String message) {
    if (message.contains("not valid UTF-8")) {
      return "yaml: " + BadOctets.complaint(utf8);
    }
    return message.startsWith("yaml: ") || message.startsWith("unsupported map key")
        ? message
        : "yaml: " + message;
  }

  private static String version(String text) {
    if (text.matches("(?s) *+(?:[0-9]++\\.)?+(?![0-9]).*")) {
      return "did not find expected version number";
    }
    return text.matches("(?s) *[0-9]+[^0-9.].*")
        ? "did not find expected digit or '.' character"
        : "found incompatible YAML document";
  }

  private static void refuseDirective(byte[] utf8) {
    if (utf8.length == 0 || utf8[0] != '%') {
      return;
    }
    String text = new String(utf8, java.nio.charset.StandardCharsets.UTF_8);
    if (text.startsWith("%YAML") && !text.startsWith("%YAML 1.1")) {
      throw new MalformedManifest("yaml: " + version(text.substring("%YAML".length())));
    }
    if (text.matches("(?s)%[0-9A-Za-z_-]+\\s.*") && !text.matches("(?s)%(?:YAML|TAG)\\s.*")) {
      throw new MalformedManifest("yaml: found unknown directive name");
    }
  }
}
