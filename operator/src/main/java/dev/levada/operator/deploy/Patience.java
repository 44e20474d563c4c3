package dev.levada.operator.deploy;

import dev.levada.core.failure.Failure;
import dev.levada.operator.runtime.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps quiet about a source or a dependency that is not ready for a moment only: after each
/// commit a chain of dependants waits for milliseconds, and to write that into every status would
/// cost more than the wait.
final class Patience {

  /// How long a wait is nobody's business.
  static final Duration MOMENT = Duration.ofSeconds(1);

  private final Map<Key, Instant> waiting = new ConcurrentHashMap<>();

  /// Whether a failure is such a wait and has not lasted yet.
  boolean isQuiet(Key key, Failure failure, Instant now) {
    if (!(failure instanceof Failure.Waiting)) {
      end(key);
      return false;
    }
    return now.isBefore(waiting.computeIfAbsent(key, _ -> now).plus(MOMENT));
  }

  /// It waits no more.
  void end(Key key) {
    waiting.remove(key);
  }
}
