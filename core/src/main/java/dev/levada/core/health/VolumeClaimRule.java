package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// A PersistentVolumeClaim is current when it is bound to a volume.
final class VolumeClaimRule implements Rule {

  @Override
  public Health judge(Manifest live, Instant now) {
    String phase = live.root().textAt("status", "phase");
    if (phase.equals("Bound")) {
      return Health.current("is bound to a volume");
    }
    return Health.inProgress(
        phase.isEmpty() ? "is not bound to a volume yet" : "is not bound to a volume: " + phase);
  }
}
