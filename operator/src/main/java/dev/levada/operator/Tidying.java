package dev.levada.operator;

import dev.levada.operator.runtime.timing.Timeline;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Clears old objects when there is nothing else to do. The serial collector needs the least memory
/// of all, but clears what has grown old only when the heap has reached its limit; after thousands
/// of status writes most of it is garbage. A pause of a tenth of a second hurts nobody while
/// nothing runs.
final class Tidying {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final long WORTH_A_PAUSE_WHEN_IDLE = 16L << 20;
  private static final long WORTH_A_PAUSE = 40L << 20;

  private final Timeline timeline;
  private final BooleanSupplier idle;
  private final Heap heap;
  private long left;

  /// Where old objects are.
  interface Heap {

    /// The bytes that old objects take, with those that nobody needs any more.
    long old();

    /// Clears those that nobody needs any more.
    void clear();
  }

  /// @param timeline calls when it is time to look
  /// @param idle whether nothing runs or waits to run
  /// @param heap what is looked at
  Tidying(Timeline timeline, BooleanSupplier idle, Heap heap) {
    this.timeline = timeline;
    this.idle = idle;
    this.heap = heap;
  }

  /// Looks from now on, until the timeline ends.
  void start() {
    timeline.schedule(timeline.now().plus(BETWEEN_LOOKS), this::look);
  }

  private void look() {
    long more = heap.old() - left;
    // In parts of what was needed the last time, so that a large engine pauses no more often than a
    // small one.
    if (more > Math.max(WORTH_A_PAUSE, left)
        || (more > Math.max(WORTH_A_PAUSE_WHEN_IDLE, left / 4) && idle.getAsBoolean())) {
      heap.clear();
      left = heap.old();
    }
    start();
  }
}
