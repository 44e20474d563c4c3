package dev.levada.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs every folder below `cases/setters`: the files in `in`, edited with the images of
/// `images.txt`, must be those of `out`; what cannot be edited must be told as `problems.txt` has
/// it. With `-Dlevada.golden=write` the expected files are written anew.
class SettersCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases/setters");
  private static final boolean WRITE = "write".equals(System.getProperty("levada.golden"));

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .sorted()
          .map(
              folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)))
          .toList();
    }
  }

  private static void run(Path folder) throws IOException {
    var tree = new MemoryTree(files(folder.resolve("in")));

    Edits edits = new Setters(images(folder)).apply(tree, TreePath.ROOT);

    var told = new StringBuilder();
    edits
        .changes()
        .forEach(change ->
            told.append(
                "%s:%d %s: %s -> %s (%s)\n"
                    .formatted(
                        change.file(),
                        change.line(),
                        change.object(),
                        change.oldValue(),
                        change.newValue(),
                        change.setter())));
    edits.problems().forEach(problem -> told.append(problem).append('\n'));
    if (WRITE) {
      write(folder, edits, told.toString());
    }
    assertThat(told.toString()).isEqualTo(Files.readString(folder.resolve("told.txt")));
    Map<String, byte[]> expected =
        Files.exists(folder.resolve("out")) ? files(folder.resolve("out")) : Map.of();
    assertThat(edits.files().keySet().stream().map(TreePath::text))
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
    edits
        .files()
        .forEach((path, bytes) ->
            assertThat(bytes).as(path.text()).isEqualTo(expected.get(path.text())));
    assertThat(again(edits, folder).files()).as("a second edit changes nothing").isEmpty();
  }

  private static Edits again(Edits edits, Path folder) throws IOException {
    var files = new TreeMap<>(files(folder.resolve("in")));
    edits.files().forEach((path, bytes) -> files.put(path.text(), bytes));
    return new Setters(images(folder)).apply(new MemoryTree(files), TreePath.ROOT);
  }

  private static void write(Path folder, Edits edits, String told) throws IOException {
    Files.writeString(folder.resolve("told.txt"), told);
    for (var file : edits.files().entrySet()) {
      Path path = folder.resolve("out").resolve(file.getKey().text());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static Map<String, ChosenImage> images(Path folder) throws IOException {
    var images = new TreeMap<String, ChosenImage>();
    for (String line : Files.readAllLines(folder.resolve("images.txt"))) {
      String[] pair = line.split("=", 2);
      String[] parts = pair[1].split("@", 2);
      int colon = parts[0].lastIndexOf(':');
      images.put(
          pair[0],
          new ChosenImage(
              parts[0].substring(0, colon),
              parts[0].substring(colon + 1),
              parts.length > 1 ? parts[1] : ""));
    }
    return images;
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    var paths = new ArrayList<Path>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile).forEach(paths::add);
    }
    for (Path path : paths) {
      files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
    }
    assertThat(files).as(folder.toString()).isNotEmpty();
    return files;
  }
}
