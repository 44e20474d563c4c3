package dev.levada.testbed.program;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A program for Node.js that `checks/controlplane/tools/NAME` pins, installed by npm into the
/// cache.
///
/// @param name the folder's name
/// @param script the program's file below `node_modules`
/// @param sources where it can come from
public record NodePackage(String name, String script, ProgramSources sources) {

  private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);
  private static final String LOCK = "package-lock.json";

  /// The words that run it, before those for itself; installs it where it is missing.
  ///
  /// @throws TestbedFailure where there is no Node.js or npm, or npm cannot install
  public List<String> command() {
    String node = onPath("node");
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      install(folder, onPath("npm"));
    }
    return List.of(node, folder.resolve("node_modules").resolve(script).toString());
  }

  private String onPath(String program) {
    String path = sources.environment().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path file = Path.of(folder).resolve(program);
      if (!folder.isEmpty() && Files.isExecutable(file)) {
        return file.toString();
      }
    }
    throw new TestbedFailure(
        "There is no `" + program + "` on the search path, so " + name + " cannot be run",
        "Install Node.js 20 or newer and npm.");
  }

  private Path pinned() {
    return sources
        .checkout()
        .orElseThrow(() ->
            new TestbedFailure(
                name + " cannot be installed outside a checkout",
                "Set the system property levada.root to one."))
        .resolve(Path.of("checks", "controlplane", "tools", name));
  }

  private Path folder() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readString(pinned().resolve(LOCK)).getBytes(StandardCharsets.UTF_8));
      String key = HexFormat.of().formatHex(digest.digest(), 0, 6);
      return sources.cacheHome().resolve(Path.of("levada", name, key)).toAbsolutePath();
    } catch (IOException unreadable) {
      throw TestbedFailure.ofDisk(pinned() + " cannot be read", unreadable);
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError("every Java has SHA-256", missing);
    }
  }

  /// Installs into a folder beside, so that it is there whole or not at all.
  private void install(Path folder, String npm) {
    sources
        .progress()
        .println("installing " + name + " for tests with npm, once; kept in " + folder);
    try {
      Files.createDirectories(folder.getParent());
      Path unfinished = Files.createTempDirectory(folder.getParent(), "unfinished");
      for (String file : List.of("package.json", LOCK)) {
        Files.copy(pinned().resolve(file), unfinished.resolve(file));
      }
      run(unfinished, npm);
      if (!Files.isDirectory(folder)) {
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk("The cache folder " + folder + " cannot be used", broken);
    }
  }

  private void run(Path folder, String npm) {
    Map<String, String> environment = new HashMap<>(sources.environment());
    Path log = folder.resolve("npm.log");
    List<String> line = List.of(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    try (var child = Child.start("npm", line, folder, environment, log)) {
      if (!child.endsWithin(INSTALL_LIMIT) || child.exitCode() != 0) {
        throw new TestbedFailure(
            "npm cannot install " + name + ": " + LogTail.of(log).strip(),
            "Let it reach a registry of packages once.");
      }
    }
  }
}
