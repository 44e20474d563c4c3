package dev.levada.testbed.kubernetes;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where programs can come from.
///
/// @param environment the environment variables that are looked at, and that Go is run with
/// @param home the user's home folder
/// @param module the tool module, where this runs inside a checkout
/// @param progress where a build tells how far it is
record BinarySources(
    Map<String, String> environment, Path home, Optional<ToolModule> module, PrintStream progress) {

  /// The sources of this process: its environment, the checkout that it runs in, standard error.
  static BinarySources ofThisProcess() {
    String root = System.getProperty("levada.root", System.getProperty("user.dir"));
    return new BinarySources(
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        ToolModule.above(Path.of(root)).or(() -> ToolModule.above(Path.of(""))),
        System.err);
  }

  /// The folder that `KUBEBUILDER_ASSETS` names.
  Optional<Path> assets() {
    return variable("KUBEBUILDER_ASSETS").map(Path::of);
  }

  /// The folder of caches, as the XDG base directory specification has it.
  Path cacheHome() {
    return variable("XDG_CACHE_HOME").map(Path::of).orElse(home.resolve(".cache"));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
