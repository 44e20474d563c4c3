package dev.levada.cluster.observe;

import dev.levada.core.health.Health;
import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// What is worth knowing of a live object, decided by whoever compares it later.
public interface LiveRules {

  /// The verdict on it.
  ///
  /// @param now the time to judge at
  Health health(Manifest live, Instant now);

  /// A hash of the fields that our manager owns and their values; short, and equal for equal fields
  /// only.
  String fingerprint(Manifest live);

  /// Whether other managers' fields are still to be taken over.
  boolean cleanupNeeded(Manifest live);
}
