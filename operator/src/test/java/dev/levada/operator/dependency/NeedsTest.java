package dev.levada.operator.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an object waits for itself, as far as it tells.
final class NeedsTest {

  private static List<String> needs(String json) {
    byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Needs.of(new Manifest((Mapping) Json.read(text))).stream()
        .map(id -> id.group() + " " + id.subject())
        .toList();
  }

  @Test
  void whatNobodyAppliesWaitsForNothing() {
    assertThat(
            needs(
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'a','labels':{'x':'y'}},"
                    + "'spec':{'dependsOn':[{'name':'b'}]}}"))
        .isEmpty();
  }

  @Test
  void anAppliedObjectWaitsForWhoAppliesIt() {
    assertThat(
            needs(
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'a','labels':{"
                    + "'kustomize.toolkit.fluxcd.io/name':'web',"
                    + "'kustomize.toolkit.fluxcd.io/namespace':'apps'}}}"))
        .containsExactly("kustomize.toolkit.fluxcd.io Kustomization/apps/web");
  }

  @Test
  void anObjectOfFluxWaitsForItsDependencies() {
    assertThat(
            needs(
                "{'apiVersion':'helm.toolkit.fluxcd.io/v2','kind':'HelmRelease',"
                    + "'metadata':{'name':'a','namespace':'apps'},'spec':{'dependsOn':["
                    + "{'name':'b'},{'name':'c','namespace':'other'},"
                    + "{'apiVersion':'kustomize.toolkit.fluxcd.io/v1','kind':'Kustomization',"
                    + "'name':'d','namespace':'apps'}]}}"))
        .containsExactly(
            "helm.toolkit.fluxcd.io HelmRelease/apps/b",
            "helm.toolkit.fluxcd.io HelmRelease/other/c",
            "kustomize.toolkit.fluxcd.io Kustomization/apps/d");
  }
}
