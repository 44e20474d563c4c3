package dev.levada.core.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TracedTree;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a build read is all that its result depends on: shown for each file of each case.
class TracedBuildTest {

  @TestFactory
  Stream<DynamicTest> onlyWhatWasReadCounts() throws IOException {
    return KustomizeCases.each(TracedBuildTest::check);
  }

  private static void check(Path folder) throws IOException {
    Map<String, byte[]> files = files(folder.resolve("in"));
    var traced = new TracedTree(new MemoryTree(files));
    String outcome = outcome(traced);
    Map<TreePath, String> reads = traced.reads();

    for (String file : files.keySet()) {
      var changed = new MemoryTree(with(files, file));
      boolean counts = isCovered(new TreePath(file), reads);

      assertThat(key(reads, changed).equals(reads)).as("the key knows " + file).isEqualTo(!counts);
      if (!counts) {
        assertThat(outcome(changed)).as(file + " was not read").isEqualTo(outcome);
      }
    }
    assertThat(outcome(new MemoryTree(files))).as("a second build").isEqualTo(outcome);
  }

  private static boolean isCovered(TreePath file, Map<TreePath, String> reads) {
    return reads.entrySet().stream()
        .anyMatch(read -> !read.getValue().isEmpty() && file.isWithin(read.getKey()));
  }

  private static Map<TreePath, String> key(Map<TreePath, String> reads, Tree tree) {
    var key = new TreeMap<TreePath, String>();
    reads.keySet().forEach(path -> key.put(path, tree.identity(path)));
    return key;
  }

  private static Map<String, byte[]> with(Map<String, byte[]> files, String changed) {
    var all = new HashMap<>(files);
    all.put(changed, "# something else\n".getBytes(StandardCharsets.UTF_8));
    return all;
  }

  private static String outcome(Tree tree) {
    var top =
        tree.entry(new TreePath("top")) instanceof Tree.Entry.Folder
            ? new TreePath("top")
            : TreePath.ROOT;
    try {
      return YamlWriter.stream(Kustomizer.build(tree, top, BuildOptions.COMMAND_LINE).manifests());
    } catch (BuildFailed e) {
      return "failed: " + e.getMessage();
    }
  }

  /// The regular files below a folder; a link is left out, which is one more outcome to compare.
  private static Map<String, byte[]> files(Path in) throws IOException {
    var files = new HashMap<String, byte[]>();
    try (Stream<Path> walked = Files.walk(in)) {
      for (Path file : walked.toList()) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          files.put(in.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }
}
