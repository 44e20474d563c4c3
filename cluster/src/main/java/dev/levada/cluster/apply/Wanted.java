package dev.levada.cluster.apply;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.fields.FieldPath;
import dev.levada.core.plan.fields.OwnedFields;
import java.util.List;

/// One object that is to be applied.
///
/// @param manifest the object from the source
/// @param ignored its fields that are left to others
record Wanted(Manifest manifest, List<FieldPath> ignored) {

  /// Tells two wishes apart: the same object with other fields left out is another one.
  String fingerprint() {
    String fingerprint = OwnedFields.fingerprintOfDesired(manifest);
    return ignored.isEmpty() ? fingerprint : fingerprint + ignored;
  }
}
