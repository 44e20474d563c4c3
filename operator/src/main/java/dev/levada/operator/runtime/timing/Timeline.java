package dev.levada.operator.runtime.timing;

import java.time.Instant;

/// Time as the runtime sees it: what time it is, and being called later. Handed in, so that tests
/// turn the clock themselves.
public interface Timeline {

  /// What time it is.
  Instant now();

  /// Calls an action once, at the instant or a little later; for an instant that is days away
  /// perhaps sooner, so that the action looks at the time itself. The action is quick, and never
  /// called by this method.
  Alarm schedule(Instant at, Runnable action);

  /// A call that is to come.
  interface Alarm {

    /// Takes it back if it has not begun.
    void cancel();
  }
}
