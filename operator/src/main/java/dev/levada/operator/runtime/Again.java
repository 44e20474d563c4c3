package dev.levada.operator.runtime;

import java.time.Duration;

/// When a key runs again if nothing enqueues it before. Each run's answer replaces the one before.
public sealed interface Again {

  /// Only when something enqueues it.
  record Never() implements Again {}

  /// After a time, as periodic work.
  ///
  /// @param delay how long after the run's end; zero or less is at once
  record After(Duration delay) implements Again {}

  /// After a pause that doubles with each such answer in a row.
  record Backoff() implements Again {}
}
