package dev.levada.testbed.program;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Copies folders so that the copy appears whole or not at all.
///
/// @param source where they are
/// @param names which of them
record FolderCopy(Path source, List<String> names) {

  void to(Path target) {
    try {
      Path unfinished = Files.createTempDirectory(target.getParent(), "source");
      for (String name : names) {
        copy(source.resolve(name), unfinished.resolve(name));
      }
      move(unfinished, target);
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk(source + " cannot be copied to " + target, broken);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.toList();
    }
    for (Path each : all) {
      Path copied = to.resolve(from.relativize(each));
      if (Files.isDirectory(each)) {
        Files.createDirectories(copied);
      } else {
        Files.write(copied, Files.readAllBytes(each));
      }
    }
  }

  private static void move(Path unfinished, Path target) throws IOException {
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException broken) {
      throw broken;
    } catch (FileSystemException taken) {
      if (!Files.isDirectory(target)) {
        throw taken; // else another process was faster, with the same files
      }
    }
  }
}
