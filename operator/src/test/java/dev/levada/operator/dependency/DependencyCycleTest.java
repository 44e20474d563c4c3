package dev.levada.operator.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.api.Kustomization;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.operator.runtime.ResourceCache;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Ways along `dependsOn` that lead back to where they began.
final class DependencyCycleTest {

  private final ResourceCache<Kustomization> objects = new ResourceCache<>(Kustomization::of);

  private void add(String name, String... dependencies) {
    add(name, Arrays.stream(dependencies).map(other -> new Mapping().put("name", other)).toList());
  }

  private void addWaitingForExistence(String name, String dependency) {
    add(name, List.of(new Mapping().put("name", dependency).put("ready", Scalar.of(false))));
  }

  private void add(String name, List<Mapping> dependencies) {
    var list = new Sequence(dependencies);
    objects.changed(
        new Manifest(
            new Mapping()
                .put("apiVersion", Kustomization.TYPE.apiVersion())
                .put("kind", Kustomization.KIND)
                .put(
                    "metadata",
                    new Mapping()
                        .put("namespace", "apps")
                        .put("name", name)
                        .put("resourceVersion", "1"))
                .put(
                    "spec",
                    new Mapping()
                        .put("interval", "1m")
                        .put(
                            "sourceRef",
                            new Mapping().put("kind", "GitRepository").put("name", "fleet"))
                        .put("dependsOn", list))),
        true);
  }

  private Optional<String> cycle(String name) {
    return DependencyCycle.through(objects.find("apps", name).orElseThrow(), objects);
  }

  @Test
  void aChainAndADiamondAreNoCycle() {
    add("a", "b", "c");
    add("b", "d");
    add("c", "d", "missing");
    add("d");
    assertThat(cycle("a")).isEmpty();
  }

  @Test
  void oneThatDependsOnItselfIs() {
    add("a", "a");
    assertThat(cycle("a")).contains("apps/a -> apps/a");
  }

  @Test
  void theShortestWayIsTold() {
    add("a", "b");
    add("b", "c", "d");
    add("c", "d");
    add("d", "a");
    assertThat(cycle("a")).contains("apps/a -> apps/b -> apps/d -> apps/a");
    assertThat(cycle("c")).contains("apps/c -> apps/d -> apps/a -> apps/b -> apps/c");
  }

  @Test
  void whatOnlyHasToExistHoldsNobodyUp() {
    add("a", "b");
    addWaitingForExistence("b", "a");
    assertThat(cycle("a")).isEmpty();
    assertThat(DependencyCycle.isIn(objects.find("apps", "a").orElseThrow(), objects)).isTrue();
  }

  @Test
  void whoOnlyLeadsIntoACycleIsNotInIt() {
    add("a", "b");
    add("b", "c");
    add("c", "b");
    assertThat(cycle("a")).isEmpty();
    assertThat(cycle("b")).contains("apps/b -> apps/c -> apps/b");
  }
}
