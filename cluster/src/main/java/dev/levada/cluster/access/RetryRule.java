package dev.levada.cluster.access;

import java.time.Duration;
import java.util.Optional;

/// Whether and when a refused request is sent again: the server asked for it (429, or 503 with
/// `Retry-After`) and it was not asked too often.
final class RetryRule {

  private static final int MOST_ATTEMPTS = 5;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private RetryRule() {}

  /// The pause before the next attempt; empty where there is none.
  ///
  /// @param code the HTTP status code
  /// @param retryAfter the `Retry-After` header; empty where there was none
  /// @param attempt how many attempts there have been
  static Optional<Duration> pause(int code, String retryAfter, int attempt) {
    boolean asked = code == 429 || (code == 503 && !retryAfter.isEmpty());
    if (!asked || attempt >= MOST_ATTEMPTS) {
      return Optional.empty();
    }
    Duration pause = seconds(retryAfter).orElse(Duration.ofSeconds(1L << (attempt - 1)));
    return Optional.of(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }

  // The header can be a date too; the API server never sends one.
  private static Optional<Duration> seconds(String retryAfter) {
    boolean number =
        !retryAfter.isEmpty()
            && retryAfter.length() < 10
            && retryAfter.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter))) : Optional.empty();
  }
}
