package dev.levada.core.plan.inventory;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reconciliations that applied the same objects and ended the same way: one entry of
/// `status.history`. Times and durations are texts as the status has them.
///
/// @param digest the digest of the applied objects
/// @param firstReconciled when the first of them ended
/// @param lastReconciled when the last of them ended
/// @param lastReconciledDuration how long the last took
/// @param lastReconciledStatus the reason with which they ended
/// @param totalReconciliations how many there were
/// @param metadata what else is known of the last, such as its revision
public record Snapshot(
    String digest,
    String firstReconciled,
    String lastReconciled,
    String lastReconciledDuration,
    String lastReconciledStatus,
    long totalReconciliations,
    Map<String, String> metadata) {

  /// Copies the metadata.
  public Snapshot {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  static Snapshot read(Mapping entry) {
    return new Snapshot(
        entry.textAt("digest"),
        entry.textAt("firstReconciled"),
        entry.textAt("lastReconciled"),
        entry.textAt("lastReconciledDuration"),
        entry.textAt("lastReconciledStatus"),
        entry.numberAt(1, "totalReconciliations"),
        entry.mappingAt("metadata").texts());
  }

  Mapping toStatus() {
    var entry =
        new Mapping()
            .put("digest", digest)
            .put("firstReconciled", firstReconciled)
            .put("lastReconciled", lastReconciled)
            .put("lastReconciledDuration", lastReconciledDuration)
            .put("lastReconciledStatus", lastReconciledStatus)
            .put("totalReconciliations", Scalar.of(totalReconciliations));
    return metadata.isEmpty() ? entry : entry.put("metadata", Mapping.ofTexts(metadata));
  }

  boolean isSameAs(Snapshot other) {
    return digest.equals(other.digest) && lastReconciledStatus.equals(other.lastReconciledStatus);
  }

  /// This one as the latest of the earlier ones.
  Snapshot after(Snapshot earlier) {
    return new Snapshot(
        digest,
        earlier.firstReconciled,
        lastReconciled,
        lastReconciledDuration,
        lastReconciledStatus,
        earlier.totalReconciliations + totalReconciliations,
        metadata);
  }
}
