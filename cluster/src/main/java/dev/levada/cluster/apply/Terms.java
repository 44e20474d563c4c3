package dev.levada.cluster.apply;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.drift.IgnoredFields;

/// What a user has laid down for all objects of a deployment.
///
/// @param force whether an object may be made anew where a field of it cannot be changed
/// @param ignored the fields that are left to others
public record Terms(boolean force, IgnoredFields ignored) {

  Wanted wanted(Manifest desired) {
    return new Wanted(desired, ignored.of(desired));
  }
}
