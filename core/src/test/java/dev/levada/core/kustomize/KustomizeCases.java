package dev.levada.core.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The folders below `cases/kustomize` that have something to build.
final class KustomizeCases {

  private static final Path ROOT =
      Path.of(System.getProperty("levada.root"), "core/src/test/resources/cases/kustomize");

  private KustomizeCases() {}

  /// What is tried with the folder of a case.
  interface Check {
    void of(Path folder) throws IOException;
  }

  /// A test for each case, with its name.
  static Stream<DynamicTest> each(Check check) throws IOException {
    try (var folders = Files.walk(ROOT)) {
      List<Path> cases =
          folders.filter(folder -> Files.isDirectory(folder.resolve("in"))).sorted().toList();
      return cases.stream()
          .map(folder ->
              DynamicTest.dynamicTest(ROOT.relativize(folder).toString(), () -> check.of(folder)));
    }
  }
}
