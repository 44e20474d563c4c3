package dev.levada.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `docs/api/README.md` says what the definitions say.
class KindsPageTest {

  private static final Path PAGE = Path.of(System.getProperty("levada.root"), "docs/api/README.md");

  static List<Definition> definitions() {
    return Definition.all();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theKindStandsOnThePageWithItsVersionAndShortNames(Definition definition) throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.startsWith(row(definition)))
        .hasSize(1);
  }

  @Test
  void thePageNamesNoOtherKind() throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.matches("\\| [A-Z].*"))
        .hasSize(definitions().size());
  }

  private static String row(Definition definition) {
    var version = Yaml.mapping(Yaml.list(definition.at("spec", "versions")).getFirst());
    String shortNames =
        Yaml.list(definition.at("spec", "names", "shortNames")).stream()
            .map("`%s`"::formatted)
            .collect(Collectors.joining(", "));
    return "| %s | `%s/%s` | %s |"
        .formatted(
            definition.kind(),
            definition.at("spec", "group"),
            version.get("name"),
            shortNames.isEmpty() ? "–" : shortNames);
  }
}
