package dev.levada.core.substitute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.manifest.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder below `cases/substitute/objects`: `object.yaml` with `variables.yaml` must become
/// `out.yaml`, or fail with the message of `error.txt`, which tells no value.
class SubstituteCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases/substitute/objects");
  private static final List<String> FILES =
      List.of("object.yaml", "variables.yaml", "options.txt", "out.yaml", "error.txt");

  @TestFactory
  Stream<DynamicTest> everyObjectBecomesWhatFluxMakesOfIt() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.sorted().toList().stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).allMatch(FILES::contains);
    }
    Path error = folder.resolve("error.txt");
    if (Files.exists(error)) {
      var failure = catchThrowableOfType(SubstitutionFailed.class, () -> apply(folder));
      assertThat(failure).hasMessage(Files.readString(error).strip());
      assertThat(failure.fix()).as("what to do about it").isNotEmpty();
    } else {
      assertThat(YamlWriter.text(apply(folder).root()))
          .isEqualTo(Files.readString(folder.resolve("out.yaml")));
    }
  }

  private static Manifest apply(Path folder) throws IOException {
    Path file = folder.resolve("options.txt");
    String options = Files.exists(file) ? Files.readString(file) : "";
    var variables = new Variables().add(read(folder, "variables.yaml").texts());
    return new PostBuild(
            new Substitution(variables.values(), !options.contains("lenient")),
            options.contains("always"))
        .apply(new Manifest(read(folder, "object.yaml")));
  }

  private static Mapping read(Path folder, String file) throws IOException {
    byte[] yaml = Files.readAllBytes(folder.resolve(file));
    return (Mapping) YamlReader.documents(yaml, YamlRules.RESOURCE_V3).getFirst();
  }
}
