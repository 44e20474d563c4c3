package dev.levada.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.TlsMaterial;
import dev.levada.fetch.http.ProxySettings;
import dev.levada.fetch.http.WebSettings;
import dev.levada.testbed.exchange.CountingFront;
import dev.levada.testbed.git.TestAuthority;
import dev.levada.testbed.registry.Registry;
import dev.levada.testbed.registry.RegistryAccess;
import dev.levada.testbed.registry.TokenServer;
import dev.levada.testbed.registry.WithRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@WithRegistry
class OciRepositoryTest {

  private static final Credentials NOBODY = new Credentials.None();

  private final OciClient client = new OciClient(Clock.systemUTC());

  @AfterEach
  void close() {
    client.close();
  }

  private OciRepository open(String host, String name, OciAccess access) {
    return client.repository(ImageName.parse(host + "/" + name), access);
  }

  @Test
  void whatIsPushedIsFoundAgain(Registry registry) {
    OciRepository repository = open(registry.host(), "round/trip", RegistryScene.plain(NOBODY));

    OciManifest pushed = RegistryScene.pushImage(repository, "1.0.0", "hello");

    assertThat(repository.tags("").tags()).containsExactly("1.0.0");
    assertThat(repository.find("1.0.0")).hasValue(pushed.digest());
    assertThat(repository.find("2.0.0")).isEmpty();
    OciManifest found = repository.manifest("1.0.0");
    assertThat(found.bytes()).isEqualTo(pushed.bytes());
    assertThat(repository.blob(found.layers().getFirst(), 100)).asString().isEqualTo("hello");
    assertThat(repository.manifest(pushed.digest()).mediaType()).isEqualTo(OciManifest.IMAGE);
  }

  @Test
  void anIndexListsItsManifests(Registry registry) {
    OciRepository repository = open(registry.host(), "index", RegistryScene.plain(NOBODY));
    OciManifest image = RegistryScene.pushImage(repository, "amd64", "amd64");
    Mapping entry = image.descriptor().node();
    entry.put("platform", new Mapping().put("os", "linux").put("architecture", "amd64"));
    var content = new Mapping();
    content.put("schemaVersion", Scalar.of(2)).put("mediaType", OciManifest.INDEX);
    content.put("manifests", new Sequence(List.of(entry)));

    repository.push("all", OciManifest.of(OciManifest.INDEX, content));

    OciManifest index = repository.manifest("all");
    assertThat(index.isIndex()).isTrue();
    assertThat(index.manifests())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.platform()).isEqualTo("linux/amd64");
          assertThat(each.digest()).isEqualTo(image.digest());
        });
  }

  @Test
  void fiveThousandTagsCostOneRequestEachTime(Registry registry) throws Exception {
    OciRepository repository = open(registry.host(), "many/tags", RegistryScene.plain(NOBODY));
    OciManifest image = RegistryScene.pushImage(repository, "0.0.0", "x");
    List<String> tags = IntStream.range(0, 4_999).mapToObj(i -> "1.0." + i).toList();
    RegistryScene.pushTags(repository, tags, image);
    try (var front = new CountingFront(registry.base())) {
      OciRepository counted = open(front.host(), "many/tags", RegistryScene.plain(NOBODY));

      assertThat(counted.tags("").tags()).hasSize(5_000).contains("0.0.0", "1.0.4998");
      int first = front.requests().size();
      assertThat(counted.tags("").tags()).hasSize(5_000);

      assertThat(front.requests().size() - first).isEqualTo(1);
    }
  }

  @Test
  void referrersAreReadFromTheFallbackTag(Registry registry) {
    OciRepository repository = open(registry.host(), "signed", RegistryScene.plain(NOBODY));
    OciManifest image = RegistryScene.pushImage(repository, "1", "x");
    OciManifest signature = RegistryScene.pushImage(repository, "s", "signature");
    var content = new Mapping();
    content.put("schemaVersion", Scalar.of(2)).put("mediaType", OciManifest.INDEX);
    content.put("manifests", new Sequence(List.of(signature.descriptor().node())));
    repository.push(image.digest().replace(':', '-'), OciManifest.of(OciManifest.INDEX, content));

    assertThat(repository.referrers(image.digest()))
        .extracting(Descriptor::digest)
        .containsExactly(signature.digest());
    assertThat(repository.referrers(signature.digest())).isEmpty();
  }

  @Test
  void aPasswordFileIsSatisfied() {
    try (var registry = Registry.start(new RegistryAccess.Htpasswd(), Optional.empty(), false)) {
      OciRepository known = open(registry.host(), "app", RegistryScene.plain(RegistryScene.PUSHER));
      RegistryScene.pushImage(known, "1", "x");

      assertThat(known.tags("").tags()).containsExactly("1");
      assertFails(
          open(registry.host(), "app", RegistryScene.plain(NOBODY)),
          "the registry refused to answer without credentials (HTTP 401: UNAUTHORIZED");
      assertFails(
          open(
              registry.host(),
              "app",
              RegistryScene.plain(new Credentials.Basic("pusher", "wrong-secret"))),
          "the registry refused the username 'pusher' and its password (HTTP 401: UNAUTHORIZED");
    }
  }

  private static void assertFails(OciRepository repository, String message) {
    assertThatThrownBy(() -> repository.tags(""))
        .isInstanceOfSatisfying(
            FailureException.class,
            thrown -> {
              assertThat(thrown.failure().reason()).isEqualTo(Reason.AUTHENTICATION_FAILED);
              assertThat(thrown.failure().message())
                  .contains(message)
                  .doesNotContain("wrong-secret");
            });
  }

  @Test
  void tokensAreAskedForOnceAndKept() {
    try (var tokens = new TokenServer();
        var registry = Registry.start(new RegistryAccess.Token(tokens), Optional.empty(), false)) {
      OciRepository known =
          open(registry.host(), "public/app", RegistryScene.plain(RegistryScene.PUSHER));
      RegistryScene.pushImage(known, "1", "x");
      OciRepository anonymous = open(registry.host(), "public/app", RegistryScene.plain(NOBODY));
      int before = tokens.requests().size();

      assertThat(anonymous.tags("").tags()).containsExactly("1");
      assertThat(anonymous.tags("").tags()).containsExactly("1");
      assertThat(anonymous.find("1")).isPresent();

      assertThat(tokens.requests().size() - before).isEqualTo(1);
      assertThat(tokens.requests().getLast()).contains("scope=repository:public/app:pull");
      assertFails(
          open(registry.host(), "private/app", RegistryScene.plain(NOBODY)),
          "the registry refused to answer without credentials (HTTP 401");
    }
  }

  @Test
  void certificatesOfBothSidesAreChecked() {
    var authority = new TestAuthority("registry");
    try (var registry = Registry.start(new RegistryAccess.Open(), Optional.of(authority), true)) {
      TestAuthority.Pem mine = authority.client("levada");
      TlsMaterial whole =
          new TlsMaterial(
              bytes(mine.certificate()), bytes(mine.key()), bytes(authority.certificate()));
      TlsMaterial onlyTrust =
          new TlsMaterial(new byte[0], new byte[0], bytes(authority.certificate()));

      RegistryScene.pushImage(open(registry.host(), "app", secure(whole)), "1", "x");

      assertThat(open(registry.host(), "app", secure(whole)).tags("").tags()).containsExactly("1");
      assertThatThrownBy(() -> open(registry.host(), "app", secure(onlyTrust)).tags(""))
          .isInstanceOf(FailureException.class);
      assertThatThrownBy(() -> open(registry.host(), "app", secure(TlsMaterial.none())).tags(""))
          .hasMessageContaining("cannot be had: TLS failed")
          .hasMessageContaining("Put the certificate of the server's authority under ca.crt");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static OciAccess secure(TlsMaterial tls) {
    var web = new WebSettings(tls, Optional.empty(), Duration.ofSeconds(20));
    return new OciAccess(NOBODY, web, false);
  }

  @Test
  void requestsGoThroughTheProxy(Registry registry) {
    try (var front = new CountingFront(registry.base())) {
      String[] parts = front.host().split(":", 2);
      var proxy = new ProxySettings(parts[0], Integer.parseInt(parts[1]), "me", "secret");
      var web = new WebSettings(TlsMaterial.none(), Optional.of(proxy), Duration.ofSeconds(20));
      OciRepository repository =
          open("registry.invalid:5000", "proxied", new OciAccess(NOBODY, web, true));

      RegistryScene.pushImage(repository, "1", "x");

      assertThat(repository.tags("").tags()).containsExactly("1");
      assertThat(front.requests()).anySatisfy(line -> assertThat(line).contains("proxied"));
    }
  }
}
