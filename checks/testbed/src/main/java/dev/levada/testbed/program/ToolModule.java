package dev.levada.testbed.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// A Go tool module that programs are built from: go.mod and go.sum pin every version, so they are
/// also the cache's key.
///
/// @param folder where go.mod and go.sum stand
/// @param recipe how its programs are built
/// @param version the version of what is built, such as `v1.36.3`
/// @param goVersion the oldest Go that builds it, such as `1.26.8`
record ToolModule(Path folder, Recipe recipe, String version, String goVersion) {

  private static final Pattern GO = Pattern.compile("(?m)^go (\\S+)");

  /// Reads the module in a folder.
  static ToolModule read(Path folder, Recipe recipe) {
    String text = new String(bytes(folder.resolve("go.mod")), StandardCharsets.UTF_8);
    Pattern pinned =
        Pattern.compile(
            "(?m)^(?:require)?\\s*"
                + Pattern.quote(recipe.pinned())
                + " (v(?:\\d+)\\.(?:\\d+)\\.\\S+)");
    return new ToolModule(folder, recipe, first(pinned, text, folder), first(GO, text, folder));
  }

  private static String first(Pattern pattern, String text, Path folder) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new TestbedFailure(
          folder.resolve("go.mod") + " has no line that matches " + pattern,
          "Make the module again as checks/controlplane/README.md says.");
    }
    return matcher.group(1);
  }

  /// The arguments of `go build` that shape the programs.
  List<String> buildFlags() {
    return recipe.buildFlags(version);
  }

  /// The name of the cache folder that holds exactly what this module builds.
  String cacheName() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes(folder.resolve("go.mod")));
      digest.update(bytes(folder.resolve("go.sum")));
      digest.update(String.join("\0", buildFlags()).getBytes(StandardCharsets.UTF_8));
      return version + "-" + HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError("every Java has SHA-256", missing);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new TestbedFailure(
          file + " cannot be read: " + unreadable, "Restore it from version control.", unreadable);
    }
  }
}
