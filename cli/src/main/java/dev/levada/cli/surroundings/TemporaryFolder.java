package dev.levada.cli.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder for what a command fetches; it is removed when the command ends.
///
/// @param path where it is
public record TemporaryFolder(Path path) implements AutoCloseable {

  /// Makes one.
  ///
  /// @throws CommandFailure where there is no room
  public static TemporaryFolder make() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("levada-remote"));
    } catch (IOException e) {
      throw new CommandFailure(
          "no folder for what is remote can be made (" + e + ")",
          "Make room in the folder for temporary files.",
          e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          "the temporary folder " + path + " cannot be removed (" + e + ")", "Remove it.", e);
    }
  }
}
