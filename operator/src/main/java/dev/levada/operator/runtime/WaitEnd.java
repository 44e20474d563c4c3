package dev.levada.operator.runtime;

/// Why a parked run goes on.
public enum WaitEnd {
  /// The gate was opened: look again at what was waited for.
  OPENED,
  /// The deadline passed.
  TIMED_OUT,
  /// Something newer waits for this key: finish quickly.
  SUPERSEDED,
  /// The runtime stops: finish at once.
  STOPPING
}
