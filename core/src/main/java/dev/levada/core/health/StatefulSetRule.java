package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import java.time.Instant;

/// A StatefulSet is current when all its pods are ready and run the revision that its update
/// strategy asks for.
final class StatefulSetRule implements Rule {

  private static final long NO_PARTITION = -1;

  @Override
  public Health judge(Manifest live, Instant now) {
    if (live.root().textAt("spec", "updateStrategy", "type").equals("OnDelete")) {
      return Health.current("its pods are replaced when someone deletes them");
    }
    long wanted = live.root().numberAt(1, "spec", "replicas");
    long replicas = live.root().numberAt(0, "status", "replicas");
    var unfinished =
        Count.firstShort(
            new Count(replicas, wanted, "replicas exist"),
            new Count(
                live.root().numberAt(0, "status", "readyReplicas"), wanted, "replicas are ready"));
    if (unfinished.isPresent()) {
      return unfinished.get();
    }
    if (replicas > wanted) {
      return Health.inProgress("%d replicas too many are still there".formatted(replicas - wanted));
    }
    long partition =
        live.root().numberAt(NO_PARTITION, "spec", "updateStrategy", "rollingUpdate", "partition");
    return partition == NO_PARTITION ? whole(live, wanted) : partly(live, wanted, partition);
  }

  private static Health partly(Manifest live, long wanted, long partition) {
    long updated = live.root().numberAt(0, "status", "updatedReplicas");
    return Count.firstShort(new Count(updated, wanted - partition, "replicas are updated"))
        .orElseGet(() ->
            Health.current("%d replicas are ready, %d of them updated".formatted(wanted, updated)));
  }

  private static Health whole(Manifest live, long wanted) {
    long current = live.root().numberAt(0, "status", "currentReplicas");
    var unfinished =
        Count.firstShort(new Count(current, wanted, "replicas have the current revision"));
    if (unfinished.isPresent()) {
      return unfinished.get();
    }
    String updating = live.root().textAt("status", "updateRevision");
    return updating.equals(live.root().textAt("status", "currentRevision"))
        ? Health.current("%d replicas are ready".formatted(wanted))
        : Health.inProgress("the update to revision %s has not ended".formatted(updating));
  }
}
