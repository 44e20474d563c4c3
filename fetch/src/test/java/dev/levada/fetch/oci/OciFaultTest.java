package dev.levada.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.TlsMaterial;
import dev.levada.fetch.http.WebSettings;
import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.Asked;
import dev.levada.testbed.exchange.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OciFaultTest {

  private static final Answer ONE = Answer.json(200, "{\"name\":\"app\",\"tags\":[\"1\"]}");

  private final OciClient client = new OciClient(Clock.systemUTC());

  @AfterEach
  void close() {
    client.close();
  }

  private OciRepository open(ScriptedServer server, Credentials credentials) {
    var web = new WebSettings(TlsMaterial.none(), Optional.empty(), Duration.ofSeconds(5));
    return client.repository(
        ImageName.parse(server.host() + "/app"), new OciAccess(credentials, web, true));
  }

  private Failure failure(Function<Asked, Answer> script) {
    try (var server = new ScriptedServer(script)) {
      OciRepository repository = open(server, new Credentials.None());
      FailureException thrown =
          catchThrowableOfType(FailureException.class, () -> repository.tags(""));
      return thrown.failure();
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | {\"errors\":[{\"code\":\"DENIED\",\"message\":\"no  rights\"}]} | the registry does not let anybody without credentials do that (HTTP 403: DENIED, no rights)",
        "404 | {\"errors\":[{\"code\":\"NAME_UNKNOWN\"}]} | the registry has no such repository or image, or hides it (HTTP 404: NAME_UNKNOWN)",
        "500 | oops | the registry answered HTTP 500",
        "503 | | the registry answered HTTP 503",
        "400 | {\"errors\":[{\"code\":\"NAME_INVALID\",\"message\":\"bad\"}]} | the registry answered HTTP 400: NAME_INVALID, bad",
        "200 | {\"name\":\"app\"} | the registry's answer holds no list of tags",
        "200 | {\"name\": | the registry's answer is not valid JSON",
        "200 | [] | the registry's answer holds no list of tags",
      })
  void badAnswersAreTold(int status, String body, String message) {
    Failure failure = failure(asked -> Answer.json(status, body == null ? "" : body));

    assertThat(failure.message()).startsWith("tags of 127.0.0.1:").contains(message);
    assertThat(failure.fix()).isNotEmpty();
  }

  @Test
  void aLoginPageIsTold() {
    assertThat(failure(asked -> Answer.html(200, "<html>please log in</html>")).message())
        .contains("what answered is no registry: it sent an HTML page");
    assertThat(failure(asked -> Answer.html(502, "<html>bad gateway</html>")).message())
        .contains("what answered is no registry: it sent an HTML page (HTTP 502)");
  }

  @Test
  void aLimitTellsWhenToComeBack() {
    Failure failure = failure(asked -> Answer.json(429, "{}").with("Retry-After", "90"));

    assertThat(failure)
        .isInstanceOfSatisfying(
            Failure.Waiting.class,
            waiting -> assertThat(waiting.again()).isEqualTo(Duration.ofSeconds(90)));
    assertThat(failure.message()).contains("asks us to come back in 90 s (HTTP 429)");
  }

  @Test
  void aServerThatIsAwayOrSilentIsTold() {
    var down = new ScriptedServer(asked -> ONE);
    down.close();
    assertThatThrownBy(() -> open(down, new Credentials.None()).tags(""))
        .hasMessageContaining("the server cannot be reached");

    var never = new CountDownLatch(1);
    try (var silent =
        new ScriptedServer(asked -> {
          awaitQuietly(never);
          return ONE;
        })) {
      var web = new WebSettings(TlsMaterial.none(), Optional.empty(), Duration.ofMillis(200));
      OciRepository repository =
          client.repository(
              ImageName.parse(silent.host() + "/app"),
              new OciAccess(new Credentials.None(), web, true));
      assertThatThrownBy(() -> repository.tags(""))
          .hasMessageContaining("answer within 0.2 s. See whether the server is slow");
    } finally {
      never.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void smallPagesAreFollowedByLargerOnes() {
    try (var server =
        new ScriptedServer(asked ->
            asked.path().contains("last=")
                ? Answer.json(200, "{\"tags\":[\"3\",\"4\",\"bad tag!\"]}")
                : Answer.json(200, "{\"tags\":[\"1\",\"2\"]}")
                    .with("Link", "</v2/app/tags/list?n=2&last=2>; rel=\"next\""))) {
      assertThat(open(server, new Credentials.None()).tags("").tags())
          .containsExactly("1", "2", "3", "4");
      assertThat(server.asked().getLast().path()).isEqualTo("/v2/app/tags/list?n=1000&last=2");
    }
  }

  @Test
  void pagesThatNeverEndOrLeadElsewhereAreRefused() {
    Answer self =
        Answer.json(200, "{\"tags\":[]}").with("Link", "</v2/app/tags/list?last=1>; rel=\"next\"");
    assertThat(failure(asked -> self).message()).contains("the list does not end");
    Answer other =
        Answer.json(200, "{\"tags\":[]}").with("Link", "<http://evil.example/x>; rel=\"next\"");
    assertThat(failure(asked -> other).message())
        .contains("the registry's next page is on another server");
  }

  @Test
  void anUnchangedListIsNotSentAgain() {
    try (var server =
        new ScriptedServer(asked ->
            asked.header("If-None-Match").isPresent()
                ? Answer.empty(304)
                : ONE.with("ETag", "\"v1\""))) {
      OciRepository repository = open(server, new Credentials.None());
      TagList first = repository.tags("");

      assertThat(first.etag()).isEqualTo("\"v1\"");
      assertThat(repository.tags(first.etag()).unchanged()).isTrue();
    }
  }

  @Test
  void credentialsDoNotFollowARedirectToAnotherServer() {
    try (var store = new ScriptedServer(asked -> Answer.text(200, "x/y", "hello"));
        var registry =
            new ScriptedServer(asked ->
                asked.header("Authorization").isEmpty()
                    ? Answer.empty(401).with("WWW-Authenticate", "Basic realm=\"r\"")
                    : Answer.empty(307).with("Location", store.base() + "/blob"))) {
      var bytes = "hello".getBytes(StandardCharsets.UTF_8);
      OciRepository repository = open(registry, new Credentials.Basic("me", "secret"));

      assertThat(repository.blob(Descriptor.of("x/y", bytes), 100)).isEqualTo(bytes);

      assertThat(registry.asked().getLast().header("Authorization")).isPresent();
      assertThat(store.asked()).hasSize(1);
      assertThat(store.asked().getFirst().header("Authorization")).isEmpty();
    }
  }

  @Test
  void wrongBytesAreRefused() {
    try (var server = new ScriptedServer(asked -> Answer.json(200, "{\"x\":1}"))) {
      OciRepository repository = open(server, new Credentials.None());
      String digest = "sha256:" + "0".repeat(64);
      var descriptor = new Descriptor("x/y", digest, 7, "", "", Map.of());

      assertThatThrownBy(() -> repository.blob(descriptor, 100))
          .hasMessageContaining("its bytes have another digest");
      assertThatThrownBy(() -> repository.blob(descriptor, 5))
          .hasMessageContaining("more than the limit of 5");
      assertThatThrownBy(() -> repository.manifest(digest))
          .hasMessageContaining("its bytes do not have the digest");
    }
  }

  @Test
  void aTokenRealmWithoutEncryptionOrWithNonsenseIsRefused() {
    assertThat(
            failure(asked ->
                    Answer.empty(401)
                        .with("WWW-Authenticate", "Bearer realm=\"file:///etc/passwd\",service=x"))
                .message())
        .contains("sends us for a token to 'file:///etc/passwd'");
    assertThat(
            failure(asked ->
                    asked.path().startsWith("/token")
                        ? Answer.json(200, "{}")
                        : Answer.empty(401)
                            .with(
                                "WWW-Authenticate",
                                "Bearer realm=\"http://"
                                    + asked.header("Host").orElse("")
                                    + "/token\""))
                .message())
        .contains("the registry's token server answered without a token");
  }

  @Test
  void anIdentityTokenIsExchanged() {
    String config = "{\"auths\":{\"HOST\":{\"identitytoken\":\"identity-1\"}}}";
    try (var server =
        new ScriptedServer(asked -> {
          if (asked.path().startsWith("/token")) {
            return Answer.json(200, "{\"access_token\":\"access-1\",\"expires_in\":300}");
          }
          return asked.header("Authorization").equals(Optional.of("Bearer access-1"))
              ? ONE
              : Answer.empty(401)
                  .with(
                      "WWW-Authenticate",
                      "Bearer realm=\"http://"
                          + asked.header("Host").orElse("")
                          + "/token\",service=\"s\"");
        })) {
      var docker =
          DockerConfig.read(config.replace("HOST", server.host()).getBytes(StandardCharsets.UTF_8));
      ImageName name = ImageName.parse(server.host() + "/app");

      assertThat(open(server, docker.credentials(name)).tags("").tags()).containsExactly("1");

      assertThat(server.asked())
          .filteredOn(asked -> asked.method().equals("POST"))
          .singleElement()
          .satisfies(asked ->
              assertThat(asked.body())
                  .contains("grant_type=refresh_token")
                  .contains("refresh_token=identity-1")
                  .contains("scope=repository%3Aapp%3Apull"));
    }
  }
}
