package dev.levada.testbed.program;

import java.util.ArrayList;
import java.util.List;

/// How the programs of one Go tool module are built.
///
/// @param name the module's folder below `checks/controlplane/tools`
/// @param title what messages call what it builds
/// @param pinned the Go module whose version is that of the whole
/// @param cacheFolder the folder of the cache, below that of Levada
/// @param effort how long a build takes, for the message before it
/// @param tags build tags
/// @param needsC whether it is built with a C compiler
/// @param linker linker flags, in which `{version}`, `{major}` and `{minor}` stand for the version
/// @param otherWay how else the programs can be had, as the end of a sentence; or empty
public record Recipe(
    String name,
    String title,
    String pinned,
    String cacheFolder,
    String effort,
    List<String> tags,
    boolean needsC,
    String linker,
    String otherWay) {

  /// A program of its own, without C and without flags.
  public static Recipe plain(String name, String title, String pinned, String effort) {
    return new Recipe(name, title, pinned, name, effort, List.of(), false, "-s -w", "");
  }

  /// As this, built with a C compiler and tags.
  Recipe withC(String... names) {
    return new Recipe(
        name, title, pinned, cacheFolder, effort, List.of(names), true, linker, otherWay);
  }

  /// The arguments of `go build` that shape the programs.
  List<String> buildFlags(String version) {
    String[] parts = version.substring(1).split("\\.", 3);
    var flags = new ArrayList<>(List.of("-trimpath"));
    if (!tags.isEmpty()) {
      flags.addAll(List.of("-tags", String.join(" ", tags)));
    }
    flags.add("-ldflags");
    flags.add(
        linker
            .replace("{version}", version)
            .replace("{major}", parts[0])
            .replace("{minor}", parts[1]));
    return List.copyOf(flags);
  }
}
