package dev.levada.core.kustomize;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crds: [a.json] | 'crds'",
        "openapi: {version: v1.21.2} | 'openapi'",
        "buildMetadata: [originAnnotations] | buildMetadata",
        "validators: [a.yaml] | 'validators'",
        "helmCharts: [{name: a}] | must specify --enable-helm",
        "'resources: [\"https://example.com/a.yaml\"]' | is not fetched"
      })
  void whatIsNotDoneIsRefusedAndNotIgnored(String kustomization, String phrase) {
    var tree = MemoryTree.ofTexts(Map.of("kustomization.yaml", kustomization + "\n"));

    assertThatThrownBy(() -> Kustomizer.build(tree, TreePath.ROOT, BuildOptions.COMMAND_LINE))
        .isInstanceOf(BuildFailed.class)
        .hasMessageContaining(phrase);
  }
}
