package dev.levada.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our definitions say what Flux's say, apart from the prose, the labels and a few fields that the
/// next Flux brings. The contract is a folder beside the project; where it is missing these tests
/// are skipped, aloud.
class ContractTest {

  private static final Path CONTRACT =
      Path.of(System.getProperty("levada.root")).resolveSibling("shared").resolve("spec/api");

  /// Fields of Flux 2.10 that the contract, of 2.9, does not have: the schema, and its properties.
  private static final Map<String, Map<String, List<String>>> COMING =
      Map.of("Kustomization", Map.of("spec.dependsOn[]", List.of("apiVersion", "kind", "ready")));

  static List<Definition> definitions() {
    return Definition.ofFlux();
  }

  static List<Definition> definitionsWithMore() {
    return definitions().stream().filter(one -> COMING.containsKey(one.kind())).toList();
  }

  @BeforeAll
  static void needsTheContract() {
    if (!Files.isDirectory(CONTRACT)) {
      System.err.println(
          "SKIPPED: the definitions are not compared, there is no contract in " + CONTRACT);
    }
    assumeTrue(Files.isDirectory(CONTRACT), () -> "no contract in " + CONTRACT);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theDefinitionSaysWhatTheContractSays(Definition definition) {
    Map<String, Object> contract =
        new LinkedHashMap<>(Yaml.mapping(CONTRACT.resolve(file(definition))));
    contract.remove("annotations");
    coming(definition).forEach(more -> more.schema().keySet().removeAll(more.names()));

    assertThat(withoutProse(Yaml.mapping(definition.at("spec")))).isEqualTo(contract);
  }

  @ParameterizedTest
  @MethodSource("definitionsWithMore")
  void whatComesWithTheNextFluxIsDefined(Definition definition) {
    assertThat(coming(definition))
        .hasSameSizeAs(COMING.get(definition.kind()).keySet())
        .allSatisfy(more -> assertThat(more.schema().keySet()).containsAll(more.names()));
  }

  @Test
  void everyKindOfTheContractHasItsDefinition() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACT)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              definitions().stream().map(ContractTest::file).toList());
    }
  }

  /// Properties that stand in ours only.
  ///
  /// @param schema all properties of the schema that they are in
  /// @param names theirs
  private record More(Map<String, Object> schema, List<String> names) {}

  private static List<More> coming(Definition definition) {
    Map<String, List<String>> coming = COMING.getOrDefault(definition.kind(), Map.of());
    return definition
        .schema()
        .all()
        .filter(schema -> coming.containsKey(schema.path()))
        .map(schema ->
            new More(
                Yaml.mapping(schema.rules().get("properties")),
                coming.getOrDefault(schema.path(), List.of())))
        .toList();
  }

  /// `<group>_<plural>.yaml`.
  private static String file(Definition definition) {
    return definition.at("spec", "group")
        + "_"
        + definition.at("spec", "names", "plural")
        + ".yaml";
  }

  /// A copy without descriptions. A property that is called `description` stays, since its schema
  /// is a mapping.
  private static Object withoutProse(Object node) {
    return switch (node) {
      case Map<?, ?> map ->
          Yaml.mapping(map).entrySet().stream()
              .filter(entry -> !isProse(entry))
              .collect(
                  Collectors.toMap(Map.Entry::getKey, entry -> withoutProse(entry.getValue())));
      case List<?> list -> list.stream().map(ContractTest::withoutProse).toList();
      default -> node;
    };
  }

  private static boolean isProse(Map.Entry<String, Object> entry) {
    return entry.getKey().equals("description") && entry.getValue() instanceof String;
  }
}
