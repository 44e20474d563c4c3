package dev.levada.fetch.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Deletes what earlier processes left in a cache long ago. Nobody tells when a kustomization no
/// longer names a repository, so age has to.
final class OldFolders {

  private OldFolders() {}

  /// @param age what was made longer ago goes
  static void delete(Path cache, Duration age, Instant now) {
    if (!Files.isDirectory(cache)) {
      return;
    }
    try {
      for (Path folder : children(cache)) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(age))) {
          deleteAll(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
