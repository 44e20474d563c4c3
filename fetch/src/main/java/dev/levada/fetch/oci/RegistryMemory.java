package dev.levada.fetch.oci;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What earlier answers taught of each registry: how it wants to be asked.
final class RegistryMemory {

  private static final int MOST = 2_000;

  private final TokenCache tokens;
  private final Map<String, Challenge> challenges = new ConcurrentHashMap<>();
  private final Map<String, String> schemes = new ConcurrentHashMap<>();

  RegistryMemory(Clock clock) {
    this.tokens = new TokenCache(clock);
  }

  TokenCache tokens() {
    return tokens;
  }

  /// How a registry wants its callers to prove themselves.
  Optional<Challenge> challenge(String registry) {
    return Optional.ofNullable(challenges.get(registry));
  }

  void learn(String registry, Challenge challenge) {
    put(challenges, registry, challenge);
  }

  /// `http` or `https`, where that was found out.
  Optional<String> scheme(String registry) {
    return Optional.ofNullable(schemes.get(registry));
  }

  void learnScheme(String registry, String scheme) {
    put(schemes, registry, scheme);
  }

  private static <T> void put(Map<String, T> map, String key, T value) {
    if (map.size() >= MOST) {
      map.clear(); // it is only learned again
    }
    map.put(key, value);
  }
}
