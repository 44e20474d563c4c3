package dev.levada.core.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder below `cases/kustomize`: `in` is built (or `in/top` where that exists) and must
/// come out as `out.yaml` to the byte, or fail with every line of `error.txt` in the message.
class KustomizeCasesTest {

  @TestFactory
  Stream<DynamicTest> everyCaseBuildsAsKustomizeDoes() throws IOException {
    return KustomizeCases.each(KustomizeCasesTest::check);
  }

  private static void check(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("files of a case")
          .allMatch(List.of("in", "out.yaml", "error.txt", "options.txt")::contains);
    }
    Path error = folder.resolve("error.txt");
    if (Files.exists(error)) {
      BuildFailed failure = catchThrowableOfType(BuildFailed.class, () -> build(folder));
      assertThat(failure).as("a failure").isNotNull();
      assertThat(failure.getMessage()).contains(Files.readAllLines(error));
      assertThat(failure.fix()).as("what to do about it").isNotEmpty();
    } else {
      assertThat(YamlWriter.stream(build(folder).manifests()))
          .isEqualTo(Files.readString(folder.resolve("out.yaml")));
    }
  }

  private static Build build(Path folder) throws IOException {
    var tree = new FolderTree(folder.resolve("in"));
    var top = Files.isDirectory(folder.resolve("in/top")) ? new TreePath("top") : TreePath.ROOT;
    return Kustomizer.build(tree, top, options(folder));
  }

  private static BuildOptions options(Path folder) throws IOException {
    Path options = folder.resolve("options.txt");
    boolean unrestricted =
        Files.exists(options) && Files.readString(options).contains("LoadRestrictionsNone");
    return unrestricted
        ? new BuildOptions(BuildOptions.Order.DEFAULT, BuildOptions.Restriction.NONE)
        : BuildOptions.COMMAND_LINE;
  }
}
