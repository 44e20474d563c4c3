package dev.levada.operator.runtime;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run, active or parked. {@link Dispatch} changes it under the runtime's lock; the run's own
/// thread reads it.
final class ActiveRun implements Run {

  /// Where a run's thread waits, and who is told that a gate opened.
  interface Parking {
    WaitEnd await(ActiveRun run, Gate gate, Instant deadline) throws InterruptedException;

    void gateOpened(ActiveRun run);
  }

  final Entry entry;

  /// What parks and is interrupted; set before the run begins.
  @Nullable Thread thread;

  /// The end of the wait that goes on.
  Delays.@Nullable Timer deadline;

  /// Why the last wait ended; written before `parked` becomes false.
  @Nullable WaitEnd end;

  private final Instant started;
  private final UUID id = UUID.randomUUID();
  private final Parking parking;
  private volatile boolean superseded;
  private volatile boolean parked;

  ActiveRun(Entry entry, Instant started, Parking parking) {
    this.entry = entry;
    this.started = started;
    this.parking = parking;
  }

  @Override
  public Instant started() {
    return started;
  }

  @Override
  public boolean superseded() {
    return superseded;
  }

  @Override
  public String id() {
    return id.toString();
  }

  @Override
  public WaitEnd await(Gate gate, Instant deadline) throws InterruptedException {
    return parking.await(this, gate, deadline);
  }

  void gateOpened() {
    parking.gateOpened(this);
  }

  void supersede() {
    superseded = true;
  }

  /// Whether it waits, for its gate or for a permit after it.
  boolean isParked() {
    return parked;
  }

  void park(Delays.Timer until) {
    end = null;
    deadline = until;
    parked = true;
  }

  void resume() {
    parked = false;
  }
}
