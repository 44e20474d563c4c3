package dev.levada.testbed.program;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where programs can come from.
///
/// @param environment the environment variables that are looked at, and that Go is run with
/// @param home the user's home folder
/// @param checkout the folder of this checkout, where this runs inside one
/// @param progress where a build tells how far it is
public record ProgramSources(
    Map<String, String> environment, Path home, Optional<Path> checkout, PrintStream progress) {

  private static final Path TOOLS = Path.of("checks", "controlplane", "tools");

  /// The sources of this process: its environment, the checkout that it runs in, standard error.
  public static ProgramSources ofThisProcess() {
    String root = System.getProperty("levada.root", System.getProperty("user.dir"));
    return new ProgramSources(
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        checkoutAbove(Path.of(root)).or(() -> checkoutAbove(Path.of(""))),
        System.err);
  }

  /// Looks for a checkout: the folder itself, then every folder above it.
  public static Optional<Path> checkoutAbove(Path start) {
    for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(TOOLS))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /// The module that a recipe builds from.
  Optional<ToolModule> module(Recipe recipe) {
    return checkout.map(
        root -> ToolModule.read(root.resolve(TOOLS).resolve(recipe.name()), recipe));
  }

  /// The folder of caches, as the XDG base directory specification has it.
  Path cacheHome() {
    return variable("XDG_CACHE_HOME").map(Path::of).orElse(home.resolve(".cache"));
  }

  /// A variable that is set to something.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
