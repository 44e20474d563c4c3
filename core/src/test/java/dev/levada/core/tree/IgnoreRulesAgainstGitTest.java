package dev.levada.core.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// The rules decide as the real git does: random patterns over a folder of many names.
class IgnoreRulesAgainstGitTest {

  private static final List<String> FILES =
      List.of(
          "a",
          "b",
          "ab",
          "abc",
          "a.b",
          "!a",
          "#a",
          "a b",
          "[a]",
          "d/a",
          "d/b",
          "d/e/a",
          "d/e/ab",
          "d/e/f/a.b",
          "x/d/a",
          "x/d/e/b",
          "abd/cd/ef",
          "a*c",
          "d]e",
          "x/y/z/ab");

  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("ignore");
    run(List.of("git", "init", "-q"), "");
    for (String file : FILES) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), file);
    }
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 500)
  void rulesDecideAsGitDoes(@ForAll("ignoreFiles") String root, @ForAll("ignoreFiles") String inD)
      throws IOException {
    Files.writeString(folder.resolve(".gitignore"), root);
    Files.writeString(folder.resolve("d/.gitignore"), inD);
    var files = new TreeMap<String, String>();
    FILES.forEach(file -> files.put(file, file));
    files.put(".sourceignore", root);
    files.put("d/.sourceignore", inD);
    Tree tree = MemoryTree.ofTexts(files);
    Tree filtered = new FilteredTree(tree, IgnoreRules.of(tree, Optional.empty()));

    Set<String> ours = new TreeSet<>();
    for (String path : places()) {
      if (filtered.entry(new TreePath(path)) instanceof Tree.Entry.Absent) {
        ours.add(path);
      }
    }

    assertThat(ours).as("root:\n%s\nd:\n%s", root, inD).isEqualTo(ignoredByGit());
  }

  private static Set<String> places() {
    Set<String> places = new TreeSet<>();
    for (String file : FILES) {
      for (TreePath path = new TreePath(file); !path.isRoot(); path = path.parent()) {
        places.add(path.text());
      }
    }
    return places;
  }

  private static Set<String> ignoredByGit() {
    String asked = places().stream().map(path -> path + "\0").collect(Collectors.joining());
    String said = run(List.of("git", "check-ignore", "--no-index", "-z", "--stdin"), asked);
    return said.isEmpty() ? Set.of() : new TreeSet<>(List.of(said.split("\0")));
  }

  private static String run(List<String> command, String input) {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    try {
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<String> ignoreFiles() {
    return lines().list().ofMaxSize(4).map(lines -> String.join("\n", lines) + "\n");
  }

  private static Arbitrary<String> lines() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "a",
            "b",
            "ab",
            "d",
            "e",
            "x",
            "f",
            "*",
            "**",
            "?",
            "/",
            "/",
            "[ab]",
            "[!a]",
            "[^b-z]",
            "[a-c]",
            "[]e]",
            "[[:alpha:]]",
            "[",
            "]",
            "\\",
            "\\*",
            "\\a",
            ".",
            " ",
            "\\ ",
            "***",
            "[\\]]",
            "[z-a]",
            "[a",
            "c");
    Arbitrary<String> starts = Arbitraries.of("", "", "", "!", "/", "**/", "\\!", "\\#", "#");
    Arbitrary<String> ends = Arbitraries.of("", "", "", "/", "/**", "/*", " ", "\r");
    return Combinators.combine(starts, pieces.list().ofMinSize(1).ofMaxSize(5), ends)
        .as((start, middle, end) -> start + String.join("", middle) + end);
  }
}
