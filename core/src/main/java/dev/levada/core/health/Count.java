package dev.levada.core.health;

import java.util.Optional;

/// A counter in a workload's status against what its spec asks for.
///
/// @param have what the status counts
/// @param want what it should count at least
/// @param what what is counted, as `replicas are ready`
record Count(long have, long want, String what) {

  /// The verdict of the first counter that falls short; empty where none does.
  static Optional<Health> firstShort(Count... counts) {
    for (Count count : counts) {
      if (count.have < count.want) {
        return Optional.of(
            Health.inProgress("only %d of %d %s".formatted(count.have, count.want, count.what)));
      }
    }
    return Optional.empty();
  }
}
