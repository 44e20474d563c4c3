package dev.levada.operator.runtime;

import java.util.concurrent.atomic.AtomicReference;

/// Ends a run's wait. Opening it before the wait ends the wait at once; each end by the gate closes
/// it again, so that the same gate serves the next wait. One run waits at a gate at a time.
public final class Gate {

  private static final Object CLOSED = new Object();
  private static final Object OPEN = new Object();

  /// CLOSED, OPEN, or the run that is parked.
  private final AtomicReference<Object> state = new AtomicReference<>(CLOSED);

  /// A closed gate.
  public Gate() {}

  /// Opens the gate, from any thread.
  public void open() {
    if (state.getAndSet(OPEN) instanceof ActiveRun run) {
      run.gateOpened();
    }
  }

  /// Lets a run wait here.
  ///
  /// @return false where the gate was open; it is closed now and nobody waits
  boolean attach(ActiveRun run) {
    if (state.compareAndSet(CLOSED, run)) {
      return true;
    }
    if (state.compareAndSet(OPEN, CLOSED)) {
      return false;
    }
    throw new IllegalArgumentException("another run waits at this gate already");
  }

  /// Ends a run's wait here.
  void detach(ActiveRun run, boolean byTheGate) {
    if (byTheGate) {
      state.compareAndSet(OPEN, CLOSED);
    } else {
      state.compareAndSet(run, CLOSED); // an edge that came meanwhile stays for the next wait
    }
  }
}
