package dev.levada.operator.deploy;

import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.timing.RetryDelay;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts the failures in a row that may pass in a moment, so that the first is tried again at once
/// and none later than the retry interval.
final class PassingFailures {

  private final Map<Key, Integer> failures = new ConcurrentHashMap<>();

  /// The pause after one more.
  Duration pause(Key key, Duration retryInterval) {
    Duration pause = RetryDelay.DEFAULT.after(failures.merge(key, 1, Integer::sum));
    return pause.compareTo(retryInterval) < 0 ? pause : retryInterval;
  }

  /// The row is over.
  void end(Key key) {
    failures.remove(key);
  }
}
