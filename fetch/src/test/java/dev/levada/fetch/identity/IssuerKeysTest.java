package dev.levada.fetch.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.hook.identity.IdentityToken;
import dev.levada.core.hook.identity.InvalidToken;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebSettings;
import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.Asked;
import dev.levada.testbed.exchange.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An issuer is asked as seldom as can be, and believed only where it is who it says.
class IssuerKeysTest {

  private static final Instant BEGUN = Instant.parse("2026-11-26T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGUN);
  private final AtomicReference<String> key = new AtomicReference<>("one");
  private final ScriptedServer issuer = new ScriptedServer(this::answer);
  private final WebClient web = new WebClient(WebSettings.standard());
  private final InstantSource time = now::get;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final IssuerKeys keys = new IssuerKeys(web, clock);

  @AfterEach
  void close() {
    web.close();
    issuer.close();
  }

  private Answer answer(Asked asked) {
    String base = "http://" + asked.header("host").orElse("");
    return switch (asked.path()) {
      case "/.well-known/openid-configuration" ->
          Answer.json(200, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(base, base));
      case "/keys" ->
          Answer.json(
              200,
              "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}"
                  .formatted(key.get()));
      default -> Answer.json(200, "{\"issuer\":\"https://somebody.example.com\"}");
    };
  }

  private static IdentityToken signedWith(String key) {
    String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + key + "\"}";
    return IdentityToken.ofAuthorization("Bearer " + part(header) + "." + part("{}") + ".AA");
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private int asked() {
    return issuer.asked().size();
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Test
  void keysAreKeptForAnHourAndUnknownOnesLookedForOnceAMinute() {
    assertThat(keys.of(issuer.base(), signedWith("one")).knows(signedWith("one"))).isTrue();
    assertThat(asked()).isEqualTo(2);
    pass(Duration.ofMinutes(59));
    keys.of(issuer.base(), signedWith("one"));
    assertThat(asked()).isEqualTo(2);

    key.set("two");
    assertThat(keys.of(issuer.base(), signedWith("two")).knows(signedWith("two"))).isTrue();
    assertThat(asked()).isEqualTo(4);
    pass(Duration.ofSeconds(59));
    assertThat(keys.of(issuer.base(), signedWith("three")).knows(signedWith("three"))).isFalse();
    assertThat(asked()).as("whoever makes up keys causes no requests").isEqualTo(4);
    pass(Duration.ofSeconds(2));
    keys.of(issuer.base(), signedWith("three"));
    assertThat(asked()).isEqualTo(6);
  }

  @Test
  void whoIsNotWhomItSaysIsNotBelieved() {
    String other = issuer.base() + "/other";
    assertThatThrownBy(() -> keys.of(other, signedWith("one")))
        .isInstanceOf(InvalidToken.class)
        .hasMessage("the issuer " + other + " goes by another name");
    assertThatThrownBy(() -> keys.of("http://127.0.0.1:1", signedWith("one")))
        .isInstanceOf(InvalidToken.class)
        .hasMessageContaining("the keys of the issuer http://127.0.0.1:1 cannot be read");
  }
}
