package dev.levada.cli;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One folder with a command, the cluster it meets and what it says: `args.txt`, `stdin.txt` and
/// `in.json` in, `out.txt` (standard output), `error.txt` (standard error) and `patches.txt` (what
/// it changed) out; a file that is not there stands for nothing. The files in `in` stand in a
/// working copy of Git, which is called `{in}` in arguments and words.
record Case(Path folder) {

  private static final List<String> RESULTS = List.of("out.txt", "error.txt", "patches.txt");
  private static final Set<String> FILES =
      Set.of("args.txt", "in", "in.json", "stdin.txt", "out.txt", "error.txt", "patches.txt");

  static List<Case> all(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith("args.txt"))
          .map(file -> new Case(file.getParent()))
          .sorted((a, b) -> a.folder.compareTo(b.folder))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name(Path root) {
    return root.relativize(folder).toString();
  }

  String[] arguments(Path workingCopy) {
    return text("args.txt").strip().replace("{in}", workingCopy.toString()).split("\\s+");
  }

  /// Puts the case's files into a working copy.
  void checkOut(Path workingCopy) {
    Path in = folder.resolve("in");
    if (!Files.exists(in)) {
      return;
    }
    try (Stream<Path> files = Files.walk(in)) {
      Files.createDirectory(workingCopy.resolve(".git"));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = workingCopy.resolve(in.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Mapping cluster() {
    String json = text("in.json");
    return json.isEmpty()
        ? new Mapping()
        : (Mapping) Json.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  String text(String file) {
    Path path = folder.resolve(file);
    try {
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The exit code that the words on standard error announce.
  int code() {
    String error = text("error.txt");
    boolean failed = error.lines().anyMatch(line -> line.startsWith("Error:"));
    return !failed ? 0 : error.contains("--help to see how it is used.") ? 2 : 1;
  }

  /// Files that no test reads.
  List<String> strangers() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !FILES.contains(name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes the result the expected one.
  void rewrite(Path sources, Path root, List<String> results) {
    Path to = sources.resolve(name(root));
    try {
      for (int i = 0; i < RESULTS.size(); i++) {
        Path file = to.resolve(RESULTS.get(i));
        if (results.get(i).isEmpty()) {
          Files.deleteIfExists(file);
        } else {
          Files.writeString(file, results.get(i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
