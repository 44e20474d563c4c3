package dev.levada.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One object that a user could have written, and what the API server makes of it: `in.yaml`, and
/// beside it `out.yaml` where it is accepted or `error.txt` where it is refused.
///
/// @param folder `cases/crds/<kind>/<case as a phrase>`
record Case(Path folder) {

  private static final Path CASES =
      Path.of(System.getProperty("levada.root"), "api/src/test/resources/cases/crds");

  static List<Case> all() {
    return list(CASES).stream().flatMap(kind -> list(kind).stream()).map(Case::new).toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<String> files() {
    return list(folder).stream().map(file -> file.getFileName().toString()).toList();
  }

  Path in() {
    return folder.resolve("in.yaml");
  }

  Path out() {
    return folder.resolve("out.yaml");
  }

  Path error() {
    return folder.resolve("error.txt");
  }

  boolean isRefused() {
    return Files.exists(error());
  }

  /// The kind of the object.
  String kind() {
    return String.valueOf(Yaml.mapping(in()).get("kind"));
  }

  /// What the server's message must say, a line each.
  List<String> complaints() {
    try {
      return Files.readAllLines(error());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public String toString() {
    return CASES.relativize(folder).toString();
  }
}
