package dev.levada.operator.runtime;

import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Everything that is due at a time, of all kinds, soonest first.
final class Delays {

  /// What is due.
  enum Purpose {
    /// The run that the last run asked for.
    AGAIN,
    /// The run that somebody else asked for.
    LATER,
    /// The end of a wait.
    DEADLINE
  }

  /// One thing that is due.
  ///
  /// @param due when
  /// @param sequence the order of those that are due at the same time
  /// @param entry whose
  /// @param purpose what
  /// @param urgency of the run that it becomes
  record Timer(Instant due, long sequence, Entry entry, Purpose purpose, Urgency urgency) {}

  private final TreeSet<Timer> timers =
      new TreeSet<>(Comparator.comparing(Timer::due).thenComparingLong(Timer::sequence));
  private long sequence;

  Timer add(Instant due, Entry entry, Purpose purpose, Urgency urgency) {
    var timer = new Timer(due, sequence++, entry, purpose, urgency);
    timers.add(timer);
    return timer;
  }

  void remove(@Nullable Timer timer) {
    if (timer != null) {
      timers.remove(timer);
    }
  }

  /// Takes out the next one that is due by now.
  @Nullable Timer poll(Instant now) {
    return timers.isEmpty() || timers.getFirst().due().isAfter(now) ? null : timers.pollFirst();
  }

  /// When the next one is due.
  @Nullable Instant next() {
    return timers.isEmpty() ? null : timers.getFirst().due();
  }

  void clear() {
    timers.clear();
  }

  int size() {
    return timers.size();
  }
}
