package dev.levada.core.health;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One test case as a folder: inputs and the expected text.
///
/// @param name the folder's path below the feature's folder, with spaces for dashes
/// @param folder the folder
public record CaseFolder(String name, Path folder) {

  private static final Path CASES = Path.of("src/test/resources/cases");

  /// All cases of a feature; a folder that holds `out.txt` or `out.json` is a case.
  public static Stream<CaseFolder> of(String feature) {
    Path root = CASES.resolve(feature);
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> path.getFileName().toString().startsWith("out."))
          .map(Path::getParent)
          .sorted()
          .map(folder ->
              new CaseFolder(root.relativize(folder).toString().replace('-', ' '), folder))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the case has this file.
  public boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  /// A file's text without surrounding white space.
  public String text(String file) {
    try {
      return Files.readString(folder.resolve(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file's JSON.
  public Node json(String file) {
    try {
      return Json.read(Files.readAllBytes(folder.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file's object.
  public Manifest manifest(String file) {
    return new Manifest((Mapping) json(file));
  }

  /// The names of all its files.
  public Set<String> files() {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
