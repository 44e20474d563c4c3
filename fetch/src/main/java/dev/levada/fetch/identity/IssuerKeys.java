package dev.levada.fetch.identity;

import dev.levada.core.hook.identity.IdentityToken;
import dev.levada.core.hook.identity.InvalidToken;
import dev.levada.core.hook.identity.KeySet;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebFailure;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Fetches the keys that issuers sign with, by OpenID discovery, and keeps them for an hour. A
/// token with a key that is not known makes it look again, once a minute at most.
public final class IssuerKeys {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration SOONEST = Duration.ofMinutes(1);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final long LARGEST = 1 << 20;

  private final WebClient web;
  private final Clock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(KeySet keys, Instant since) {}

  /// @param web asks issuers
  /// @param clock tells how old keys are
  public IssuerKeys(WebClient web, Clock clock) {
    this.web = web;
    this.clock = clock;
  }

  /// The keys of an issuer that a user trusts.
  ///
  /// @param issuer its address
  /// @param token what is to be checked with them
  /// @throws InvalidToken where the issuer cannot be asked; the message names it
  public KeySet of(String issuer, IdentityToken token) {
    return kept.compute(
            issuer, (same, known) -> known != null && isFresh(known, token) ? known : fetch(issuer))
        .keys();
  }

  private boolean isFresh(Kept known, IdentityToken token) {
    Duration age = Duration.between(known.since(), clock.instant());
    return age.compareTo(known.keys().knows(token) ? KEPT : SOONEST) < 0;
  }

  private Kept fetch(String issuer) {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    Mapping about = ask(issuer, base + "/.well-known/openid-configuration");
    if (!about.textAt("issuer").equals(issuer)) {
      throw new InvalidToken("the issuer " + issuer + " goes by another name");
    }
    return new Kept(KeySet.of(ask(issuer, about.textAt("jwks_uri"))), clock.instant());
  }

  private Mapping ask(String issuer, String address) {
    try {
      WebResponse answer = web.send(WebRequest.get(URI.create(address)).upTo(LARGEST), LIMIT);
      if (answer.isGood() && Json.read(answer.body()) instanceof Mapping document) {
        return document;
      }
      throw new InvalidToken("the issuer " + issuer + " answers HTTP " + answer.status());
    } catch (WebFailure | IllegalArgumentException | MalformedManifest broken) {
      throw new InvalidToken(
          "the keys of the issuer " + issuer + " cannot be read: " + broken.getMessage());
    }
  }
}
