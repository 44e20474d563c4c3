package dev.levada.fetch.forge;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebFailure;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebResponse;
import dev.levada.fetch.tls.PemKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/// A GitHub App: proves itself with its key and gets tokens of one installation, which last an
/// hour.
public final class GitHubApp {

  private static final Base64.Encoder URL64 = Base64.getUrlEncoder().withoutPadding();
  private static final long LIFE_SECONDS = 540;
  private static final long MARGIN_SECONDS = 120;
  private static final String FIX =
      "Put the App's id under githubAppID, its installation's id under githubAppInstallationID (or the"
          + " owner under githubAppInstallationOwner) and its private key as PEM text under"
          + " githubAppPrivateKey of the Secret";

  private final String id;
  private final String installation;
  private final String owner;
  private final PrivateKey key;
  private final WebClient client;
  private final Clock clock;
  private final AtomicReference<Token> latest = new AtomicReference<>(new Token("", Instant.EPOCH));

  private record Token(String value, Instant until) {}

  /// What a Secret says of an App.
  ///
  /// @param id the App's id
  /// @param installation the installation's id; empty where the owner says which
  /// @param owner the account that the App is installed for; empty where the id says which
  /// @param key the App's private key as PEM text
  @SuppressWarnings("ArrayRecordComponent")
  public record Identity(String id, String installation, String owner, byte[] key) {
    @Override
    public String toString() {
      return "Identity[id=" + id + ", installation=" + installation + owner + ", key=***]";
    }
  }

  /// @param identity who the App is
  /// @param client sends
  /// @param clock tells when a token is over
  /// @throws ForgeFailed where the identity cannot be used
  public GitHubApp(Identity identity, WebClient client, Clock clock) {
    this.id = identity.id();
    this.installation = identity.installation();
    this.owner = identity.owner();
    this.client = client;
    this.clock = clock;
    boolean named = !installation.isEmpty() ^ !owner.isEmpty();
    if (!id.matches("[A-Za-z0-9.]{1,64}") || !named) {
      throw unusable("its id is missing, or not exactly one of installation and owner is given");
    }
    try {
      this.key = PemKey.read(identity.key());
    } catch (GeneralSecurityException broken) {
      throw unusable("its private key cannot be read: " + broken.getMessage());
    }
    if (!key.getAlgorithm().equals("RSA")) {
      throw unusable("its private key is none of RSA");
    }
  }

  private static ForgeFailed unusable(String why) {
    return new ForgeFailed(
        ForgeFailed.Kind.UNAUTHORIZED, "the GitHub App cannot be used: " + why, FIX);
  }

  /// A token of the installation that is good for some minutes at least.
  ///
  /// @param api the address of GitHub's API without a slash at the end
  /// @throws ForgeFailed where none is given
  public synchronized String token(String api) {
    Token known = latest.get();
    if (clock.instant().plusSeconds(MARGIN_SECONDS).isBefore(known.until())) {
      return known.value();
    }
    Mapping answer =
        ask("POST", api + "/app/installations/" + installationId(api) + "/access_tokens");
    String value = answer.textAt("token");
    if (value.isEmpty()) {
      throw unusable("GitHub gave no token");
    }
    latest.set(new Token(value, until(answer.textAt("expires_at"))));
    return value;
  }

  private String installationId(String api) {
    if (!installation.isEmpty()) {
      return ForgeApi.encoded(installation);
    }
    String path = ForgeApi.encoded(owner) + "/installation";
    try {
      return ask("GET", api + "/orgs/" + path).textAt("id");
    } catch (ForgeFailed failed) {
      if (failed.kind() != ForgeFailed.Kind.NOT_FOUND) {
        throw failed;
      }
      return ask("GET", api + "/users/" + path).textAt("id");
    }
  }

  private Instant until(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException untold) {
      return clock.instant().plusSeconds(LIFE_SECONDS);
    }
  }

  private Mapping ask(String method, String address) {
    var answers = new ForgeAnswers("getting a token for GitHub App " + id, clock);
    try {
      WebResponse answer =
          client.send(
              WebRequest.of(method, URI.create(address))
                  .with("Accept", "application/vnd.github+json")
                  .with("Authorization", "Bearer " + proof()));
      answers.read(answer);
      return Json.read(answer.body()) instanceof Mapping mapping ? mapping : new Mapping();
    } catch (WebFailure none) {
      throw answers.of(none);
    } catch (MalformedManifest empty) {
      return new Mapping();
    }
  }

  /// A JSON web token that only the key's owner can make. It begins a minute ago, as GitHub
  /// advises, since clocks differ.
  private String proof() {
    long now = clock.instant().getEpochSecond();
    String content =
        URL64.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + URL64.encodeToString(
                "{\"iat\":%d,\"exp\":%d,\"iss\":\"%s\"}"
                    .formatted(now - 60, now + LIFE_SECONDS, id)
                    .getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + URL64.encodeToString(signature.sign());
    } catch (GeneralSecurityException broken) {
      throw unusable("its private key does not sign: " + broken.getMessage());
    }
  }
}
