package dev.levada.operator.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that is known of one key while there is something to know; idle keys have none. Touched only
/// by {@link Dispatch} and what it owns, under the runtime's lock.
final class Entry {

  final Key key;
  final Lane lane;

  /// Where it stands in its lane's queues; null where it does not.
  @Nullable Rank rank;

  /// Whether it was taken from there only because its time had come.
  boolean background;

  /// Since when it stands there.
  Instant queuedAt = Instant.EPOCH;

  /// The run that goes on, active or parked.
  @Nullable ActiveRun run;

  /// What arrived during the run, to be queued after it.
  @Nullable Urgency dirty;

  /// What the last run asked for; the next run's start takes it back.
  Delays.@Nullable Timer again;

  /// What somebody else asked for; stays until it is due.
  Delays.@Nullable Timer later;

  /// Failed runs in a row.
  int failures;

  /// The key was forgotten during the run: what the run answers does not count.
  boolean forgotten;

  Entry(Key key, Lane lane) {
    this.key = key;
    this.lane = lane;
  }

  boolean isIdle() {
    return rank == null && run == null && again == null && later == null;
  }
}
