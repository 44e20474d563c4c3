package dev.levada.checks.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How the engine's JVM is started, the same as `build/levada operator` does: its options, its
/// class path, and what a rehearsal has taught it (docs/decisions/0014-rehearsed-start.md).
public final class EngineJvm {

  private static final Path ROOT =
      Path.of(System.getProperty("levada.root", ".")).toAbsolutePath().normalize();

  private EngineJvm() {}

  /// Where a rehearsal leaves what it has taught.
  public static Path cache() {
    return ROOT.resolve("checks/suite/target/engine.aot");
  }

  /// The jars, and in an IDE or a test the folders, that the engine is made of; what only checks it
  /// is left out.
  public static List<Path> classPath() {
    Path checks = ROOT.resolve("checks");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .filter(entry -> !entry.startsWith(checks))
        .toList();
  }

  /// The words that start it, up to the name of its command.
  static List<String> command() {
    // The JVM looks itself whether the cache is of these very jars, and does without it if not.
    return Files.exists(cache()) && classPath().stream().allMatch(Files::isRegularFile)
        ? command("-XX:AOTCache=" + cache(), "-Xlog:aot=off", "-Xlog:cds=off")
        : command(new String[0]);
  }

  /// The words that start it for a rehearsal: at its end it writes the cache.
  static List<String> rehearsal() {
    return command("-XX:AOTCacheOutput=" + cache(), "-Xlog:aot=off", "-Xlog:cds=off");
  }

  /// Whether the JVM starts from the cache and from nothing else.
  public static boolean canStartFromCache() throws IOException, InterruptedException {
    List<String> command = command("-XX:AOTCache=" + cache(), "-XX:AOTMode=on");
    command.addAll(List.of("version", "--client"));
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  private static List<String> command(String... more) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + ROOT.resolve("build/engine.options"));
    command.addAll(List.of(more));
    command.add("-cp");
    command.add(
        classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add("dev.levada.cli.Main");
    return command;
  }
}
