package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// Kinds that are what they should be as soon as they exist.
final class AlwaysCurrentRule implements Rule {

  @Override
  public Health judge(Manifest live, Instant now) {
    return Health.current("exists");
  }
}
