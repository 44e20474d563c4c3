package dev.levada.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How a Kustomization is read, with the defaults that the schema does not write.
final class KustomizationTest {

  @Test
  void defaultsAreFilledIn() {
    Kustomization.Spec spec = read("\"interval\":\"10m\"").spec();
    assertThat(spec.retryInterval()).isEqualTo(Duration.ofMinutes(10));
    assertThat(spec.timeout()).isEqualTo(Duration.ofSeconds(570));
    assertThat(spec.source()).isEqualTo(new SourceReference("GitRepository", "apps", "fleet"));
    assertThat(spec.deletionPolicy()).isEqualTo(Kustomization.DeletionPolicy.MIRROR_PRUNE);
  }

  @Test
  void aTimeoutIsNeverBelowThirtySeconds() {
    assertThat(read("\"interval\":\"40s\"").spec().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(read("\"interval\":\"10m\",\"timeout\":\"5s\"").spec().timeout())
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(read("\"interval\":\"10m\",\"timeout\":\"2m\"").spec().timeout())
        .isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void dependenciesAreInTheOwnNamespaceUnlessTheySayOtherwise() {
    assertThat(
            read("\"interval\":\"1m\",\"dependsOn\":[{\"name\":\"a\"},{\"name\":\"b\",\"namespace\":\"other\"}]")
                .spec()
                .dependencies())
        .extracting(Kustomization.Dependency::namespace)
        .containsExactly("apps", "other");
  }

  @Test
  void aDependencyThatNamesNoKindIsAKustomizationThatMustBeReady() {
    assertThat(dependency("\"name\":\"a\""))
        .isEqualTo(new Kustomization.Dependency(Kustomization.TYPE, "apps", "a", true, ""));
    assertThat(dependency("\"name\":\"a\",\"kind\":\"Kustomization\",\"ready\":false"))
        .isEqualTo(new Kustomization.Dependency(Kustomization.TYPE, "apps", "a", false, ""));
  }

  @Test
  void nothingIsFilledInWhereADependencyIsOfAnotherKind() {
    Kustomization.Dependency release =
        dependency(
            "\"name\":\"a\",\"kind\":\"HelmRelease\",\"apiVersion\":\"helm.toolkit.fluxcd.io/v2\"");
    assertThat(release.isKustomization()).isFalse();
    assertThat(release.id())
        .isEqualTo(new ObjectId("helm.toolkit.fluxcd.io", "HelmRelease", "", "a"));
    assertThat(dependency("\"name\":\"a\",\"kind\":\"HelmRelease\"").type().version()).isEmpty();
  }

  @Test
  void anExpressionIsNotAskedWhereADependencyOnlyHasToExist() {
    assertThat(dependency("\"name\":\"a\",\"readyExpr\":\"true\"").isAsked()).isTrue();
    assertThat(dependency("\"name\":\"a\",\"readyExpr\":\"true\",\"ready\":false").isAsked())
        .isFalse();
  }

  private static Kustomization.Dependency dependency(String fields) {
    return read("\"interval\":\"1m\",\"dependsOn\":[{" + fields + "}]")
        .spec()
        .dependencies()
        .getFirst();
  }

  @Test
  void aHealthCheckWithoutApiVersionIsOfTheAppsGroup() {
    assertThat(
            read("\"interval\":\"1m\",\"healthChecks\":[{\"kind\":\"Deployment\",\"name\":\"web\",\"namespace\":\"x\"}]")
                .spec()
                .healthChecks())
        .containsExactly(new ObjectId("apps", "Deployment", "x", "web"));
  }

  @Test
  void anIntervalThatIsNoneIsRefused() {
    assertThatThrownBy(() -> read("\"interval\":\"soon\"")).hasMessageContaining("'soon'");
  }

  private static Kustomization read(String spec) {
    String json =
        "{\"apiVersion\":\"kustomize.toolkit.fluxcd.io/v1\",\"kind\":\"Kustomization\",\"metadata\":{\"name\":\"app\",\"namespace\":\"apps\"},"
            + "\"spec\":{\"sourceRef\":{\"kind\":\"GitRepository\",\"name\":\"fleet\"},"
            + spec
            + "}}";
    return Kustomization.of(
        new Manifest((Mapping) Json.read(json.getBytes(StandardCharsets.UTF_8))));
  }
}
