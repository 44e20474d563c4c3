package dev.levada.testbed.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The Go tool module that the programs are built from: go.mod and go.sum pin every version, so
/// they are also the cache's key.
///
/// @param folder where go.mod and go.sum stand
/// @param version the version of Kubernetes, such as `v1.36.3`
/// @param goVersion the oldest Go that builds it, such as `1.26.8`
record ToolModule(Path folder, String version, String goVersion) {

  private static final Path PLACE = Path.of("checks", "controlplane", "tools", "kubernetes");
  private static final Pattern KUBERNETES =
      Pattern.compile("(?m)^(?:require)?\\s*k8s\\.io/kubernetes (v(\\d+)\\.(\\d+)\\.\\S+)");
  private static final Pattern GO = Pattern.compile("(?m)^go (\\S+)");

  /// Looks for the module in this checkout: in the folder itself, then in every folder above it.
  static Optional<ToolModule> above(Path start) {
    for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
      Path module = at.resolve(PLACE);
      if (Files.isRegularFile(module.resolve("go.mod"))) {
        return Optional.of(read(module));
      }
    }
    return Optional.empty();
  }

  private static ToolModule read(Path folder) {
    String text = new String(bytes(folder.resolve("go.mod")), StandardCharsets.UTF_8);
    return new ToolModule(folder, first(KUBERNETES, text, folder), first(GO, text, folder));
  }

  private static String first(Pattern pattern, String text, Path folder) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new ControlPlaneFailure(
          folder.resolve("go.mod") + " has no line that matches " + pattern,
          "Make the module again as checks/controlplane/README.md says.");
    }
    return matcher.group(1);
  }

  /// The arguments of `go build` that shape the programs. Without the version the API server calls
  /// itself v0.0.0, and clients refuse it.
  List<String> buildFlags() {
    String[] parts = version.substring(1).split("\\.", 3);
    String variable = " -X k8s.io/component-base/version.";
    String linker =
        "-s -w"
            + variable
            + ("gitVersion=" + version)
            + variable
            + ("gitMajor=" + parts[0])
            + variable
            + ("gitMinor=" + parts[1]);
    return List.of("-trimpath", "-ldflags", linker);
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
      throw new ControlPlaneFailure(
          file + " cannot be read: " + unreadable, "Restore it from version control.", unreadable);
    }
  }
}
