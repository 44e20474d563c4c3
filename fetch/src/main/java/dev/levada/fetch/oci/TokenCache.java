package dev.levada.fetch.oci;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tokens that are still good, so that a scan costs one request and not three.
final class TokenCache {

  private static final int MOST = 2_000;

  /// A token is not used in its last seconds: it would end on the way.
  private static final int MARGIN_SECONDS = 10;

  private final Clock clock;
  private final Map<String, Token> tokens = new LinkedHashMap<>();

  private record Token(String value, Instant until) {}

  /// @param clock tells when a token is over
  TokenCache(Clock clock) {
    this.clock = clock;
  }

  synchronized Optional<String> get(String key) {
    Token token = tokens.get(key);
    if (token == null || !clock.instant().isBefore(token.until)) {
      tokens.remove(key);
      return Optional.empty();
    }
    return Optional.of(token.value);
  }

  synchronized void put(String key, String value, long seconds) {
    if (tokens.size() >= MOST) {
      tokens.remove(tokens.keySet().iterator().next());
    }
    tokens.put(key, new Token(value, clock.instant().plusSeconds(seconds - MARGIN_SECONDS)));
  }

  synchronized void forget(String key) {
    tokens.remove(key);
  }
}
