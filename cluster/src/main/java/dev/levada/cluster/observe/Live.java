package dev.levada.cluster.observe;

import dev.levada.core.health.Health;
import dev.levada.core.manifest.ObjectId;

/// What is remembered of an object in the cluster.
///
/// @param id which object
/// @param version the API version within its group that the rest was seen in
/// @param uid which incarnation
/// @param resourceVersion the state that the rest speaks of
/// @param generation the spec's generation; 0 where the kind has none
/// @param health the verdict on it
/// @param ownerName the owner that its labels name; empty for none
/// @param ownerNamespace the owner's namespace; empty for none
/// @param fingerprint a hash of the fields that our manager owns and their values
/// @param cleanupNeeded whether other managers' fields are still to be taken over
/// @param lastWriter the manager that changed it last, its status left out; empty where unknown
public record Live(
    ObjectId id,
    String version,
    String uid,
    String resourceVersion,
    long generation,
    Health health,
    String ownerName,
    String ownerNamespace,
    String fingerprint,
    boolean cleanupNeeded,
    String lastWriter) {}
