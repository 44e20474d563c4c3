package dev.levada.operator.runtime;

import java.time.Duration;

/// Hears what the runtime does, for metrics. Called while the runtime's lock is held: each method
/// returns at once and calls nothing of the runtime.
public interface Activity {

  /// How a run ended.
  enum Ending {
    /// It asked for no further run.
    DONE,
    /// It asked to be run again after a time.
    AFTER,
    /// It asked for a back-off.
    BACKOFF,
    /// It threw.
    BROKEN
  }

  /// A key that was not queued is queued.
  default void added(Key key) {}

  /// A run begins.
  ///
  /// @param queued how long the key was queued
  default void started(Key key, Duration queued) {}

  /// A run ended.
  ///
  /// @param ran how long it took, waits included
  default void finished(Key key, Duration ran, Ending ending) {}

  /// A key was forgotten, and no run of it goes on any more.
  default void forgotten(Key key) {}

  /// Hears nothing.
  static Activity none() {
    return new Activity() {};
  }
}
