package dev.levada.operator.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageRepository;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.RequestMeter;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.image.NoTagChosen;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.cloud.Surroundings;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import dev.levada.fetch.oci.ImageName;
import dev.levada.fetch.oci.OciAccess;
import dev.levada.fetch.oci.OciClient;
import dev.levada.fetch.oci.OciManifest;
import dev.levada.fetch.oci.OciRepository;
import dev.levada.fetch.tags.TagStore;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.ScriptedServer;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.RegistryAccess;
import dev.levada.testbed.registry.WithRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scans a real registry and chooses; of the cluster only what is asked by name is there.
@WithRegistry
final class ImageChoiceTest {

  private final OciClient oci = new OciClient(Clock.systemUTC());
  private final WebClients web = new WebClients();
  private final ScriptedServer cluster = new ScriptedServer(asked -> answer(asked.path()));
  private final KubeClient client =
      KubeClient.connect(
          ClusterConfig.ofTokens(cluster.base(), "", () -> "token"), RequestMeter.NONE);
  private final ResourceCache<ImageRepository> repositories =
      new ResourceCache<>(ImageRepository::of);
  private final ImageAccess access =
      new ImageAccess(
          client,
          oci,
          new CloudLogins(
              new Surroundings(web.get(WebSettings.standard()), Map.of(), Clock.systemUTC())));
  @TempDir private Path folder;
  private String pullConfig = "";
  private int version = 1;
  private ImageScan scan;
  private LatestImage latest;

  @BeforeEach
  void open() {
    var store = new TagStore(folder);
    scan = new ImageScan(access, store, Clock.systemUTC());
    var lookup = new RepositoryLookup(repositories, client, true, Duration.ofSeconds(30));
    latest = new LatestImage(lookup, access, store);
  }

  @AfterEach
  void close() {
    oci.close();
    web.close();
    client.close();
    cluster.close();
  }

  private Answer answer(String path) {
    if (path.endsWith("/secrets/pull")) {
      String data = Base64.getEncoder().encodeToString(bytes(pullConfig));
      return Answer.json(
          200,
          """
          {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "pull"},
           "data": {".dockerconfigjson": "%s"}}
          """
              .formatted(data));
    }
    if (path.endsWith("/serviceaccounts/ci")) {
      return Answer.json(
          200,
          """
          {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "ci"},
           "imagePullSecrets": [{"name": "pull"}]}
          """);
    }
    if (path.endsWith("/namespaces/team")) {
      return Answer.json(
          200,
          """
          {"apiVersion": "v1", "kind": "Namespace",
           "metadata": {"name": "team", "labels": {"tier": "apps"}}}
          """);
    }
    return Answer.json(404, "{\"kind\": \"Status\", \"code\": 404, \"reason\": \"NotFound\"}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String push(String host, Credentials as, String name, String... tags) {
    var pushing = new OciAccess(as, WebSettings.standard(), true);
    OciRepository repository = oci.repository(ImageName.parse(host + "/" + name), pushing);
    var config = repository.push("application/vnd.oci.image.config.v1+json", bytes("{}"));
    OciManifest image =
        OciManifest.of(
            OciManifest.IMAGE,
            new Mapping()
                .put("schemaVersion", Scalar.of(2))
                .put("mediaType", OciManifest.IMAGE)
                .put("config", config.node())
                .put("layers", new Sequence(List.of())));
    for (String tag : tags) {
      repository.push(tag, image);
    }
    return image.digest();
  }

  private Manifest object(String kind, String namespace, String spec, Mapping status) {
    String yaml =
        """
        apiVersion: image.toolkit.fluxcd.io/v1
        kind: %s
        metadata: {name: app, namespace: %s, resourceVersion: "%d"}
        spec: %s
        """
            .formatted(kind, namespace, version++, spec);
    var manifest =
        new Manifest((Mapping) YamlReader.first(bytes(yaml), YamlRules.RESOURCE_V3).orElseThrow());
    manifest.root().put("status", status);
    return manifest;
  }

  /// Scans a repository, and keeps it with the status that its report would write.
  private ImageRepository scanned(String image, String spec) {
    String whole = "{image: " + image + ", interval: 1h, insecure: true" + spec + "}";
    ImageRepository before =
        ImageRepository.of(object(ImageRepository.KIND, "images", whole, new Mapping()));
    var status = new Mapping();
    scan.scan(before).fields().forEach(status::put);
    var ready = new Mapping().put("type", "Ready").put("status", "True");
    status.put("conditions", new Sequence(List.of(ready)));
    Manifest after = object(ImageRepository.KIND, "images", whole, status);
    repositories.changed(after, false);
    return ImageRepository.of(after);
  }

  private ChosenImage choose(String namespace, String spec) {
    return latest.choose(policy(namespace, spec));
  }

  private ImagePolicy policy(String namespace, String spec) {
    String whole = "{imageRepositoryRef: {name: app, namespace: images}, " + spec + "}";
    return ImagePolicy.of(object(ImagePolicy.KIND, namespace, whole, new Mapping()));
  }

  private static Reason reason(FailureException failed) {
    return failed.failure().reason();
  }

  @Test
  void eachOrderChoosesItsOwn(Registry registry) {
    String image = registry.host() + "/orders";
    String digest =
        push(registry.host(), new Credentials.None(), "orders", "1.0.0", "1.1.0", "9", "x.sig");
    scanned(image, ", exclusionList: ['\\.sig$']");

    assertThat(choose("images", "policy: {semver: {range: 1.x}}"))
        .isEqualTo(new ChosenImage(image, "1.1.0", ""));
    assertThat(choose("images", "policy: {alphabetical: {order: desc}}").tag()).isEqualTo("1.0.0");
    assertThat(choose("images", "policy: {numerical: {}}, filterTags: {pattern: '^[0-9]+$'}").tag())
        .isEqualTo("9");
    assertThat(
            choose("images", "policy: {semver: {range: 1.x}}, digestReflectionPolicy: IfNotPresent")
                .digest())
        .isEqualTo(digest);
    assertThatThrownBy(() -> choose("images", "policy: {semver: {range: '>=2'}}"))
        .isInstanceOf(NoTagChosen.class);
    assertThatThrownBy(() -> choose("images", "policy: {}"))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> assertThat(reason(failed)).isEqualTo(Reason.INVALID_POLICY));
  }

  @Test
  void aScanIsDueOnlyForAReason(Registry registry) {
    String image = registry.host() + "/due";
    push(registry.host(), new Credentials.None(), "due", "1.0.0");
    ImageRepository scanned = scanned(image, "");
    assertThat(scan.due(scanned)).isBetween(Duration.ofMinutes(55), Duration.ofHours(1));

    var other =
        new ImageRepository(
            scanned.metadata(),
            ImageRepository.of(
                    object(
                        ImageRepository.KIND,
                        "images",
                        "{image: " + image + ", interval: 1h, exclusionList: [a]}",
                        new Mapping()))
                .spec(),
            scanned.status());
    assertThat(scan.due(other)).isZero();
    scan.keepOnly(List.of());
    assertThat(scan.due(scanned)).isZero();
  }

  @Test
  void otherNamespacesNeedTheLabelsThatAreAdmitted(Registry registry) {
    String image = registry.host() + "/shared";
    push(registry.host(), new Credentials.None(), "shared", "1.0.0");
    String semver = "policy: {semver: {range: 1.x}}";

    scanned(image, "");
    assertDenied(semver);
    scanned(image, ", accessFrom: {namespaceSelectors: [{matchLabels: {tier: data}}]}");
    assertDenied(semver);
    scanned(image, ", accessFrom: {namespaceSelectors: [{matchLabels: {tier: apps}}]}");
    assertThat(choose("team", semver).tag()).isEqualTo("1.0.0");
    scanned(image, ", accessFrom: {namespaceSelectors: [{}]}");
    assertThat(choose("team", semver).tag()).isEqualTo("1.0.0");
  }

  private void assertDenied(String spec) {
    assertThatThrownBy(() -> choose("team", spec))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> assertThat(reason(failed)).isEqualTo(Reason.ACCESS_DENIED))
        .hasMessageContaining("accessFrom");
  }

  @Test
  void pullSecretsOpenARegistryThatAsksForAPassword() {
    try (Registry closed = Registry.start(new RegistryAccess.Htpasswd(), Optional.empty(), false)) {
      var pusher = new Credentials.Basic(Registry.USERNAME, Registry.PASSWORD);
      push(closed.host(), pusher, "closed", "1.0.0");
      String image = closed.host() + "/closed";
      pullConfig =
          """
          {"auths": {"%s": {"username": "%s", "password": "%s"}}}
          """
              .formatted(closed.host(), Registry.USERNAME, Registry.PASSWORD);

      assertThat(tagCount(scanned(image, ", secretRef: {name: pull}"))).isEqualTo("1");
      assertThat(tagCount(scanned(image, ", serviceAccountName: ci"))).isEqualTo("1");
      for (String spec : List.of("", ", secretRef: {name: absent}")) {
        assertThatThrownBy(() -> scanned(image, spec))
            .isInstanceOfSatisfying(
                FailureException.class,
                failed -> assertThat(reason(failed)).isEqualTo(Reason.AUTHENTICATION_FAILED));
      }
    }
  }

  private static String tagCount(ImageRepository repository) {
    return repository.status().textAt("lastScanResult", "tagCount");
  }
}
