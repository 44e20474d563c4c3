package dev.levada.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every file below `fuzz/` once through its target: seeds of the fuzzer, and what it found.
class KeptFindingsTest {

  private static final Path SEEDS =
      Path.of(System.getProperty("levada.root"), "core/src/test/resources/fuzz");
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "yaml", YamlTarget::fuzzerTestOneInput,
          "kustomization", KustomizationTarget::fuzzerTestOneInput,
          "patch", PatchTarget::fuzzerTestOneInput,
          "path", PathTarget::fuzzerTestOneInput,
          "template", TemplateTarget::fuzzerTestOneInput,
          "hook", HookTarget::fuzzerTestOneInput);

  @TestFactory
  Stream<DynamicTest> everySeedIsReadOrRefused() throws IOException {
    try (Stream<Path> files = Files.walk(SEEDS)) {
      var seeds = files.filter(Files::isRegularFile).sorted().toList();
      assertThat(seeds).hasSizeGreaterThan(20);
      return seeds.stream()
          .map(seed -> DynamicTest.dynamicTest(SEEDS.relativize(seed).toString(), () -> run(seed)));
    }
  }

  private static void run(Path seed) throws IOException {
    Consumer<byte[]> target = TARGETS.get(seed.getParent().getFileName().toString());
    assertThat(target).as("a target for " + seed).isNotNull();
    byte[] input = Files.readAllBytes(seed);
    Assertions.assertTimeout(LONGEST, () -> target.accept(input));
  }
}
