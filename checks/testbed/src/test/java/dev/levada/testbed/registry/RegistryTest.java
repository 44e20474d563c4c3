package dev.levada.testbed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.git.TestAuthority;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@WithRegistry
class RegistryTest {

  @Test
  void anOpenRegistryAnswersEveryone(Registry registry) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(registry.base() + "/v2/")).build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRegistryWithTlsAndTokensAsksForOne() throws Exception {
    var authority = new TestAuthority("registry");
    try (var tokens = new TokenServer();
        var registry =
            Registry.start(new RegistryAccess.Token(tokens), Optional.of(authority), false);
        var client = HttpClient.newBuilder().sslContext(authority.trustingContext()).build()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(registry.base() + "/v2/")).build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .hasValueSatisfying(value -> assertThat(value).contains(tokens.realm()));
    }
  }
}
