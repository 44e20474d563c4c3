package dev.levada.operator.runtime;

import java.time.Instant;

/// One run of a reconciler, as the reconciler sees it.
public interface Run {

  /// When it began.
  Instant started();

  /// Whether something newer was enqueued for the key with the wish to supersede, the key was
  /// forgotten, or the runtime stops. Long steps ask this and give up.
  boolean superseded();

  /// A unique id of this run (`reconcileID` in log lines).
  String id();

  /// Waits without costing anyone anything: gives back the kind's permit, parks the virtual thread
  /// until the gate is opened, the deadline passes or the run is superseded, and takes a permit
  /// again, ahead of changed and periodic work. While the runtime stops no permit is needed. Only
  /// the run's own thread may call it, and it should hold nothing large meanwhile.
  ///
  /// @param gate what ends the wait; an edge that came before is not lost
  /// @param deadline when to give up
  /// @throws InterruptedException at the end of a shutdown's grace
  WaitEnd await(Gate gate, Instant deadline) throws InterruptedException;
}
