package dev.levada.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.KubectlResult;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a real API server accepts, with which defaults, and what it refuses, with which words, once
/// our definitions are installed.
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaCasesTest {

  private static final String FOLDER =
      System.getProperty("levada.root") + "/api/src/main/resources/dev/levada/api/crds";

  private final ControlPlane plane;
  private final TestNamespace namespace;

  SchemaCasesTest(ControlPlane plane, TestNamespace namespace) {
    this.plane = plane;
    this.namespace = namespace;
    plane.kubectl("apply", "--server-side", "-f", FOLDER).output();
    plane.kubectl("wait", "crd", "--all", "--for=condition=Established", "--timeout=60s").output();
  }

  static List<Definition> definitions() {
    return Definition.all();
  }

  static List<Case> accepted() {
    return Case.all().stream().filter(one -> !one.isRefused()).toList();
  }

  static List<Case> refused() {
    return Case.all().stream().filter(Case::isRefused).toList();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void theServerAcceptsAndFillsIn(Case accepted) {
    Map<String, Object> stored = Yaml.mapping(apply(accepted).output());

    assertThat(withoutTheServersMetadata(stored)).isEqualTo(Yaml.mapping(accepted.out()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void theServerRefusesAndSaysWhy(Case refused) {
    KubectlResult result = apply(refused);

    assertThat(result.succeeded()).isFalse();
    assertThat(refused.complaints())
        .isNotEmpty()
        .allSatisfy(complaint -> assertThat(result.stderr()).contains(complaint));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theStoredVersionIsTheServedOne(Definition definition) {
    var version = Yaml.mapping(Yaml.list(definition.at("spec", "versions")).getFirst());

    assertThat(
            plane
                .kubectl(
                    "get", "crd", definition.name(), "-o", "jsonpath={.status.storedVersions[*]}")
                .output())
        .isEqualTo(version.get("name"));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyNameOfTheKindIsUnderstood(Definition definition) {
    var names = Yaml.mapping(definition.at("spec", "names"));

    assertThat(Yaml.list(names.get("shortNames")))
        .allSatisfy(name ->
            assertThat(namespace.kubectl("get", String.valueOf(name)).succeeded()).isTrue());
    assertThat(namespace.kubectl("explain", definition.name()).output())
        .contains("KIND:       " + definition.kind());
  }

  private KubectlResult apply(Case one) {
    return namespace.kubectl("apply", "--server-side", "-f", one.in().toString(), "-o", "json");
  }

  private static Map<String, Object> withoutTheServersMetadata(Map<String, Object> stored) {
    var copy = new LinkedHashMap<>(stored);
    copy.put("metadata", Map.of("name", Yaml.mapping(stored.get("metadata")).get("name")));
    return copy;
  }
}
