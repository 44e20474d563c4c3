package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// What health means for one kind. Objects that are being deleted, that their controller has not
/// seen, or that report `Reconciling` or `Stalled` never get here.
interface Rule {

  /// The verdict.
  ///
  /// @param live the object as the API server has it
  /// @param now for rules that give a state some time
  Health judge(Manifest live, Instant now);
}
