package dev.levada.operator.runtime;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One kind's share of the runtime: who waits for a permit, in which order, and how many are out.
final class Lane {

  /// How often a rank is passed over before it is next, whoever else waits.
  static final int PATIENCE = 16;

  final String kind;
  final Reconciler reconciler;
  private final Limit limit;

  /// Runs that hold a permit.
  private int active;

  /// How many of them were given it because their time had come.
  private int background;

  /// Runs that are parked.
  int waiting;

  private final Map<Rank, FairQueue> queues = new EnumMap<>(Rank.class);

  /// How many runs may go on at once.
  ///
  /// @param all how many
  /// @param background how many of them because their time has come: what nobody waits for neither
  ///   takes every permit nor floods the API server
  record Limit(int all, int background) {}

  Lane(String kind, Reconciler reconciler, Limit limit) {
    this.kind = kind;
    this.reconciler = reconciler;
    this.limit = limit;
    for (Rank rank : Rank.values()) {
      queues.put(rank, new FairQueue());
    }
  }

  /// Queues an entry, or moves it ahead where it is queued with less urgency.
  ///
  /// @return whether it was not queued before
  boolean offer(Entry entry, Rank rank, Instant now) {
    Rank before = entry.rank;
    if (before != null && before.compareTo(rank) <= 0) {
      return false;
    }
    withdraw(entry);
    queue(rank).add(entry);
    entry.rank = rank;
    if (before == null) {
      entry.queuedAt = now;
    }
    return before == null;
  }

  void withdraw(Entry entry) {
    if (entry.rank != null) {
      queue(entry.rank).remove(entry);
      entry.rank = null;
    }
  }

  /// Takes out the entry that is next, where a permit is left.
  @Nullable Entry next() {
    FairQueue turn = active < limit.all() ? turn() : null;
    return turn == null ? null : take(turn);
  }

  /// An entry's run goes on with a permit.
  void occupy(Entry entry) {
    active++;
    background += entry.background ? 1 : 0;
  }

  /// An entry's run gives its permit back.
  void release(Entry entry) {
    active--;
    background -= entry.background ? 1 : 0;
    entry.background = false;
  }

  int active() {
    return active;
  }

  int limit() {
    return limit.all();
  }

  /// Takes out a run that comes back from a wait, whether a permit is left or not.
  @Nullable Entry nextResumed() {
    return take(queue(Rank.RESUMED));
  }

  int depth() {
    return queues.values().stream().mapToInt(FairQueue::size).sum();
  }

  private @Nullable FairQueue turn() {
    FairQueue first = null;
    FairQueue turn = null;
    for (Map.Entry<Rank, FairQueue> ranked : queues.entrySet()) {
      FairQueue queue = ranked.getValue();
      if (queue.size() == 0 || isHeldBack(ranked.getKey())) {
        queue.passedOver = 0;
      } else if (first == null) {
        first = queue;
        turn = queue;
      } else if (++queue.passedOver > PATIENCE && turn == first) {
        turn = queue;
      }
    }
    if (turn != null) {
      turn.passedOver = 0;
    }
    return turn;
  }

  private boolean isHeldBack(Rank rank) {
    return rank == Rank.PERIODIC && background >= limit.background();
  }

  private static @Nullable Entry take(FairQueue queue) {
    Entry entry = queue.poll();
    if (entry != null) {
      entry.background = entry.rank == Rank.PERIODIC;
      entry.rank = null;
    }
    return entry;
  }

  private FairQueue queue(Rank rank) {
    return Objects.requireNonNull(queues.get(rank));
  }
}
