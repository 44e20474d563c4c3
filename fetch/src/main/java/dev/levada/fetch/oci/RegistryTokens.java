package dev.levada.fetch.oci;

import dev.levada.core.failure.FailureException;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebFailure;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Gets the tokens that a registry's challenge asks for.
///
/// @param scope what the token must allow
/// @param credentials who we are
/// @param client sends
/// @param cache tokens that are still good
/// @param failures words what goes wrong
/// @param secure whether the registry is reached over https
record RegistryTokens(
    String scope,
    Credentials credentials,
    WebClient client,
    TokenCache cache,
    OciFailures failures,
    boolean secure) {

  private static final long SHORTEST = 60;
  private static final long LONGEST = 24L * 3600;
  private static final long TOKEN_LIMIT = 256 * 1024;

  /// A token for a challenge, from the cache where it is still good.
  ///
  /// @throws FailureException where none is given
  String get(Challenge challenge) {
    String key = key(challenge);
    return cache.get(key).orElseGet(() -> ask(challenge, key));
  }

  /// Throws away the token for a challenge: the registry does not take it.
  void forget(Challenge challenge) {
    cache.forget(key(challenge));
  }

  private String key(Challenge challenge) {
    String who =
        credentials instanceof Credentials.Basic(String username, String password)
            ? username + "\0" + password
            : "";
    return Digest.of(
        String.join("\0", challenge.parameter("realm"), challenge.parameter("service"), scope, who)
            .getBytes(StandardCharsets.UTF_8));
  }

  private String ask(Challenge challenge, String key) {
    URI realm = realm(challenge);
    try {
      WebResponse answer = client.send(request(realm, challenge).upTo(TOKEN_LIMIT));
      if (!answer.isGood()) {
        throw failures.of(answer);
      }
      return read(answer, key);
    } catch (WebFailure none) {
      throw failures.of(none);
    }
  }

  private URI realm(Challenge challenge) {
    String text = challenge.parameter("realm");
    try {
      URI realm = URI.create(text);
      boolean http = "http".equals(realm.getScheme());
      if (realm.getHost() != null && (http || "https".equals(realm.getScheme()))) {
        if (http && secure) {
          throw failures.malformed(
              "the registry sends us for a token to "
                  + text
                  + ", where credentials would go unencrypted");
        }
        return realm;
      }
    } catch (IllegalArgumentException broken) {
      throw failures.malformed("the registry sends us for a token to '" + text + "'");
    }
    throw failures.malformed("the registry sends us for a token to '" + text + "'");
  }

  private WebRequest request(URI realm, Challenge challenge) {
    String query =
        "service=" + encoded(challenge.parameter("service")) + "&scope=" + encoded(scope);
    if (credentials instanceof Credentials.Basic(String username, String password)
        && username.equals(DockerConfig.IDENTITY)) {
      return WebRequest.of("POST", realm)
          .withForm(
              "grant_type=refresh_token&client_id=levada&"
                  + query
                  + "&refresh_token="
                  + encoded(password));
    }
    String separator = realm.getRawQuery() == null ? "?" : "&";
    WebRequest request = WebRequest.get(URI.create(realm + separator + query));
    Optional<String> proof = RegistrySession.basic(credentials);
    return proof.map(value -> request.with("Authorization", value)).orElse(request);
  }

  private String read(WebResponse answer, String key) {
    Node node;
    try {
      node = Json.read(answer.body());
    } catch (MalformedManifest broken) {
      throw failures.malformed("the registry's token server answered " + broken.getMessage());
    }
    Mapping body = node instanceof Mapping mapping ? mapping : new Mapping();
    String token =
        body.textAt("token").isEmpty() ? body.textAt("access_token") : body.textAt("token");
    if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw failures.malformed("the registry's token server answered without a token");
    }
    long seconds = Math.clamp(body.numberAt(SHORTEST, "expires_in"), SHORTEST, LONGEST);
    cache.put(key, token, seconds);
    return token;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
