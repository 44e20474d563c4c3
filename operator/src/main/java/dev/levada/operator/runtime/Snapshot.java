package dev.levada.operator.runtime;

import java.time.Duration;
import java.util.Map;

/// How much the runtime has to do at a moment.
///
/// @param kinds what each registered kind has to do
public record Snapshot(Map<String, Load> kinds) {

  public Snapshot {
    kinds = Map.copyOf(kinds);
  }

  /// Whether nothing runs or waits for a permit; parked runs do not count.
  public boolean isIdle() {
    return kinds.values().stream().allMatch(load -> load.depth() == 0 && load.active() == 0);
  }

  /// What one kind has to do.
  ///
  /// @param limit how many runs may be active at once
  /// @param depth keys and resumed runs that wait for a permit
  /// @param active runs that hold a permit
  /// @param waiting parked runs; they hold none
  /// @param unfinished the summed age of all runs, active and parked
  /// @param longest the age of the oldest run
  public record Load(
      int limit, int depth, int active, int waiting, Duration unfinished, Duration longest) {}
}
