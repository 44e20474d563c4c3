package dev.levada.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomResourceDefinitionsTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("levada.root"), "api/src/main/resources/dev/levada/api/crds");

  static List<Definition> definitions() {
    return Definition.all();
  }

  @Test
  void everyFileInTheFolderIsNamedOnceAndInOrder() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .isEqualTo(CustomResourceDefinitions.names().stream().map(n -> n + ".yaml").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theNameIsThatOfTheDefinition(Definition definition) {
    assertThat(definition.at("metadata", "name")).isEqualTo(definition.name());
  }

  static List<Definition> ofFlux() {
    return Definition.ofFlux();
  }

  @ParameterizedTest
  @MethodSource("ofFlux")
  void theFluxCommandLineFindsItByItsLabels(Definition definition) {
    assertThat(definition.labels())
        .containsEntry("app.kubernetes.io/part-of", "flux")
        .containsEntry("app.kubernetes.io/version", "v2.9.4")
        .containsEntry("app.kubernetes.io/instance", "flux-system")
        .containsKey("app.kubernetes.io/component")
        .doesNotContainKey("app.kubernetes.io/managed-by");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void substitutionLeavesItAlone(Definition definition) {
    assertThat(definition.annotations())
        .containsEntry("kustomize.toolkit.fluxcd.io/substitute", "disabled");
    assertThat(
            new String(CustomResourceDefinitions.yaml(definition.name()), StandardCharsets.UTF_8))
        .doesNotContain("${");
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThatExist() {
    assertThatThrownBy(() -> CustomResourceDefinitions.yaml("widgets.example.org"))
        .isInstanceOf(CustomResourceDefinitions.Unknown.class)
        .hasMessageContainingAll("widgets.example.org", "alerts.notification.toolkit.fluxcd.io");
  }

  @Test
  void aPathIsNotAName() {
    assertThatThrownBy(
            () -> CustomResourceDefinitions.yaml("../crds/alerts.notification.toolkit.fluxcd.io"))
        .isInstanceOf(CustomResourceDefinitions.Unknown.class);
  }
}
