package dev.levada.core.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.tree.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Builds public repositories' kustomizations beside the real tool. The repositories are no part of
/// this one: they are looked for beside it, and the tool in `LEVADA_KUBECTL`; without both nothing
/// is tested here.
class RealInputsTest {

  private static final Path REAL =
      Path.of(System.getProperty("levada.root")).resolveSibling("shared").resolve("real");

  @TestFactory
  Stream<DynamicTest> realRepositoriesBuildAsKustomizeBuildsThem() throws IOException {
    String kubectl = System.getenv("LEVADA_KUBECTL");
    if (kubectl == null || !Files.isDirectory(REAL)) {
      System.out.println(
          "NOT TESTED: real repositories need " + REAL + " and a kubectl named by LEVADA_KUBECTL");
      Assumptions.abort("no real repositories, or no kubectl");
    }
    try (var files = Files.walk(REAL)) {
      List<Path> folders =
          files
              .filter(file -> file.getFileName().toString().matches("kustomization\\.ya?ml"))
              .map(Path::getParent)
              .sorted()
              .toList();
      return folders.stream()
          .map(folder ->
              DynamicTest.dynamicTest(
                  REAL.relativize(folder).toString(), () -> compare(kubectl, folder)));
    }
  }

  private static void compare(String kubectl, Path folder) throws Exception {
    var process =
        new ProcessBuilder(
                kubectl, "kustomize", "--load-restrictor=LoadRestrictionsNone", folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String theirs = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit of " + kubectl).isZero();

    var options = new BuildOptions(BuildOptions.Order.DEFAULT, BuildOptions.Restriction.NONE);
    var path = new TreePath(REAL.relativize(folder).toString());
    Build ours = Kustomizer.build(new FolderTree(REAL), path, options);
    assertThat(YamlWriter.stream(ours.manifests())).isEqualTo(theirs);
  }
}
