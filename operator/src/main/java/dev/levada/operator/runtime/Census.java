package dev.levada.operator.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts what every kind has to do.
///
/// @param lanes the kinds
record Census(Collection<Lane> lanes) {

  Snapshot of(List<ActiveRun> running, Instant now) {
    Map<String, Duration> unfinished = new HashMap<>();
    Map<String, Duration> longest = new HashMap<>();
    for (ActiveRun run : running) {
      String kind = run.entry.lane.kind;
      Duration age = Duration.between(run.started(), now);
      unfinished.merge(kind, age, Duration::plus);
      longest.merge(kind, age, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
    Map<String, Snapshot.Load> loads = new HashMap<>();
    for (Lane lane : lanes) {
      loads.put(
          lane.kind,
          new Snapshot.Load(
              lane.limit(),
              lane.depth(),
              lane.active(),
              lane.waiting,
              unfinished.getOrDefault(lane.kind, Duration.ZERO),
              longest.getOrDefault(lane.kind, Duration.ZERO)));
    }
    return new Snapshot(loads);
  }
}
