package dev.levada.fetch.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.Asked;
import dev.levada.testbed.exchange.ScriptedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitHubAppTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final WebClients clients = new WebClients();
  private final KeyPair keys = newKeys();

  @AfterEach
  void close() {
    clients.close();
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has RSA", e);
    }
  }

  private byte[] pem() {
    String body = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    return ("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private WebClient client() {
    return clients.get(WebSettings.standard());
  }

  /// Answers as GitHub does, and takes only a proof that the key has signed.
  private Answer answer(Asked asked) {
    String proof = asked.header("Authorization").orElse("");
    if (asked.path().equals("/api/v3/repos/org/app")) {
      return proof.equals("Bearer installation-token")
          ? Answer.json(200, "{\"default_branch\":\"main\"}")
          : Answer.json(401, "{\"message\":\"Bad credentials\"}");
    }
    if (!isSigned(proof)) {
      return Answer.json(401, "{\"message\":\"A JSON web token could not be decoded\"}");
    }
    return switch (asked.path()) {
      case "/api/v3/orgs/ana/installation" -> Answer.json(404, "{\"message\":\"Not Found\"}");
      case "/api/v3/users/ana/installation" -> Answer.json(200, "{\"id\":99}");
      case "/api/v3/app/installations/99/access_tokens" ->
          Answer.json(
              201, "{\"token\":\"installation-token\",\"expires_at\":\"2026-03-01T13:00:00Z\"}");
      default -> Answer.json(404, "{\"message\":\"Not Found\"}");
    };
  }

  private boolean isSigned(String proof) {
    try {
      String[] parts = proof.substring("Bearer ".length()).split("\\.", -1);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(keys.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      long now = NOW.getEpochSecond();
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          && claims.equals("{\"iat\":%d,\"exp\":%d,\"iss\":\"12\"}".formatted(now - 60, now + 540));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anAppGetsOneTokenForManyRepositories() {
    try (var server = new ScriptedServer(this::answer)) {
      var app = new GitHubApp(new GitHubApp.Identity("12", "", "ana", pem()), client(), CLOCK);
      var settings =
          new ForgeSettings(
              ForgeKind.GITHUB,
              URI.create(server.base()),
              "org/app",
              new Credentials.None(),
              WebSettings.standard());
      var forges = new Forges(clients, CLOCK);

      assertThat(forges.open(settings, app).defaultBranch()).isEqualTo("main");
      assertThat(forges.open(settings, app).defaultBranch()).isEqualTo("main");

      assertThat(server.asked())
          .filteredOn(asked -> asked.path().endsWith("access_tokens"))
          .hasSize(1);
    }
  }

  @Test
  void aWrongKeyIsTold() {
    try (var server = new ScriptedServer(this::answer)) {
      byte[] other = new GitHubAppTest().pem();
      var app = new GitHubApp(new GitHubApp.Identity("12", "99", "", other), client(), CLOCK);

      assertThatThrownBy(() -> app.token(server.base() + "/api/v3"))
          .isInstanceOf(ForgeFailed.class)
          .hasMessageContaining("getting a token for GitHub App 12 failed: HTTP 401")
          .hasMessageContaining("A JSON web token could not be decoded");
    }
  }

  @Test
  void anIdentityThatCannotBeUsedIsTold() {
    byte[] noKey = "nonsense".getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(
            () -> new GitHubApp(new GitHubApp.Identity("12", "1", "", noKey), client(), CLOCK))
        .hasMessageContaining("its private key cannot be read");
    assertThatThrownBy(
            () -> new GitHubApp(new GitHubApp.Identity("12", "", "", pem()), client(), CLOCK))
        .hasMessageContaining("not exactly one of installation and owner is given")
        .hasMessageContaining("githubAppInstallationID");
  }
}
