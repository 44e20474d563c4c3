package dev.levada.checks.endtoend;

import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.RegistryAccess;
import dev.levada.testbed.registry.WithRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Tags of a real registry are scanned, and a policy chooses one of them.
@OnCluster
@WithRegistry
final class ImageTagsTest {

  private static final String LATEST = "Latest image tag for %s resolved to %s";

  @Test
  void aNewTagIsChosenAfterTheScanThatFindsIt(
      ControlPlane cluster, TestNamespace namespace, Registry registry) {
    String image = registry.host() + "/" + namespace.name();
    String digest = TinyImage.push(image, "1.0.0");
    TinyImage.push(image, "1.0.0-rc.1");
    TinyImage.push(image, "main.sig");
    try (World world = World.open(cluster, namespace)) {
      world.apply(repository(image, ""));
      world.apply(policy("app", "policy: {semver: {range: '>=1.0.0'}}"));
      world.apply(
          policy(
              "pinned",
              "policy: {semver: {range: '>=1.0.0'}}",
              "digestReflectionPolicy: IfNotPresent"));
      world.apply(
          policy("newest", "policy: {alphabetical: {order: asc}}", "filterTags: {pattern: '-rc'}"));
      world.apply(policy("empty", "policy: {}"));
      world.apply(policy("nothing", "policy: {semver: {range: '>=9'}}"));

      assertThat(world.awaitMessage("imagerepository/app", "successful scan"))
          .matches("successful scan: found 2 tags with checksum [0-9]+");
      assertThat(world.get("imagerepository/app", "{.status.canonicalImageName}")).isEqualTo(image);
      assertThat(world.get("imagerepository/app", "{.status.lastScanResult.latestTags}"))
          .isEqualTo("[\"1.0.0-rc.1\",\"1.0.0\"]");
      world.awaitMessage("imagepolicy/app", LATEST.formatted(image, "1.0.0"));
      world.awaitMessage(
          "imagepolicy/pinned", LATEST.formatted(image, "1.0.0") + " with digest " + digest);
      world.awaitMessage("imagepolicy/newest", LATEST.formatted(image, "1.0.0-rc.1"));
      world.awaitNotReady("imagepolicy/empty", "InvalidPolicy");
      world.awaitNotReady("imagepolicy/nothing", "Failure");

      String newer = TinyImage.push(image, "1.0.1");
      scan(namespace);
      world.awaitMessage("imagepolicy/app", "resolved to 1.0.1 (previously " + image + ":1.0.0)");
      world.awaitMessage("imagepolicy/pinned", "resolved to 1.0.1 with digest " + newer);
      assertThat(world.get("imagepolicy/app", "{.status.latestRef}"))
          .isEqualTo("{\"name\":\"" + image + "\",\"tag\":\"1.0.1\"}");
      assertThat(world.get("imagepolicy/app", "{.status.observedPreviousRef.tag}"))
          .isEqualTo("1.0.0");
      world.awaitEvent("resolved to 1.0.1");
    }
  }

  @Test
  void whatIsMissingIsSaid(ControlPlane cluster, TestNamespace namespace, Registry registry) {
    String image = registry.host() + "/" + namespace.name();
    try (World world = World.open(cluster, namespace)) {
      world.apply(policy("app", "policy: {numerical: {order: desc}}"));
      assertThat(world.awaitNotReady("imagepolicy/app", "DependencyNotReady"))
          .contains("'" + namespace.name() + "/app' does not exist");

      world.apply(repository(image, "secretRef: {name: keys}"));
      assertThat(world.awaitNotReady("imagerepository/app", "AuthenticationFailed"))
          .contains("secrets \"keys\" not found");

      world.apply(repository("https://" + image, ""));
      world.awaitNotReady("imagerepository/app", "ImageURLInvalid");
      assertThat(
              world.get(
                  "imagerepository/app", "{.status.conditions[?(@.type==\"Stalled\")].status}"))
          .isEqualTo("True");

      TinyImage.push(image, "7");
      TinyImage.push(image, "11");
      world.apply(repository(image, ""));
      world.awaitMessage("imagepolicy/app", LATEST.formatted(image, "7"));
    }
  }

  @Test
  void aRegistryThatIsDownSlowOrClosedIsTold(ControlPlane cluster, TestNamespace namespace) {
    String name = "/" + namespace.name();
    try (Registry guarded = Registry.start(new RegistryAccess.Htpasswd(), Optional.empty(), false);
        World world = World.open(cluster, namespace)) {
      String image = guarded.host() + name;
      world.apply(dockerConfig(guarded.host(), "wrong-password"));
      world.apply(repository(image, "secretRef: {name: keys}\n  timeout: 5s"));
      assertThat(world.awaitNotReady("imagerepository/app", "AuthenticationFailed"))
          .contains(image)
          .contains("HTTP 401")
          .doesNotContain("wrong-password");

      world.apply(dockerConfig(guarded.host(), Registry.PASSWORD));
      guarded.freeze();
      scan(namespace);
      assertThat(world.awaitNotReady("imagerepository/app", "ReadOperationFailed"))
          .contains(guarded.host());
      guarded.thaw();
      scan(namespace);
      // The right password, and an answer: there is only nothing of that name.
      world.awaitMessage("imagerepository/app", "HTTP 404");

      // Nobody listens on the first port.
      world.apply(repository("127.0.0.1:1" + name, ""));
      assertThat(world.awaitMessage("imagerepository/app", "127.0.0.1:1" + name))
          .contains("cannot be reached");
    }
  }

  private static String dockerConfig(String host, String password) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: keys}
    type: kubernetes.io/dockerconfigjson
    stringData:
      .dockerconfigjson: '{"auths":{"%s":{"username":"%s","password":"%s"}}}'
    """
        .formatted(host, Registry.USERNAME, password);
  }

  static void scan(TestNamespace namespace) {
    require(
        namespace.kubectl(
            "annotate",
            "imagerepository",
            "app",
            "--overwrite",
            "reconcile.fluxcd.io/requestedAt=" + System.nanoTime()));
  }

  static String repository(String image, String spec) {
    return """
    apiVersion: image.toolkit.fluxcd.io/v1
    kind: ImageRepository
    metadata: {name: app}
    spec:
      image: %s
      interval: 1h
      insecure: true
      %s
    """
        .formatted(image, spec);
  }

  static String policy(String name, String... specs) {
    return """
    apiVersion: image.toolkit.fluxcd.io/v1
    kind: ImagePolicy
    metadata: {name: %s}
    spec:
      imageRepositoryRef: {name: app}
    %s
    """
        .formatted(name, String.join("\n", specs).indent(2));
  }
}
