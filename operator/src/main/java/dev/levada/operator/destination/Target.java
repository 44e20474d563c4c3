package dev.levada.operator.destination;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.apply.Applier;
import dev.levada.cluster.apply.Pruner;
import dev.levada.core.health.HealthRules;
import dev.levada.core.manifest.ObjectId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// A cluster as one account: what a Kustomization's objects go through.
///
/// @param cluster which cluster
/// @param user whom the requests act as; empty for the connection's own account
/// @param client the cluster as that account
/// @param applier applies as that account
/// @param pruner deletes as that account
public record Target(
    TargetCluster cluster, String user, KubeClient client, Applier applier, Pruner pruner) {

  /// Watches the health of objects until closed. Those of others, and those that cannot be seen
  /// otherwise, are watched one by one as the account of this target.
  ///
  /// @param ids which
  /// @param own those that the engine applied, and so observes anyway
  public HealthBoard.Watch watch(Set<ObjectId> ids, Set<ObjectId> own) {
    return watch(ids, own, HealthRules::of);
  }

  /// The same with a judge for the others.
  ///
  /// @param ids which
  /// @param own those that the engine observes and judges anyway
  /// @param judge judges the others
  public HealthBoard.Watch watch(Set<ObjectId> ids, Set<ObjectId> own, HealthJudge judge) {
    var foreigners = new ForeignObjects(client, cluster.discovery());
    return cluster.board().watch(ids, own, foreigners, judge);
  }

  /// What workloads that do not become healthy stumble over, as sentences.
  public List<String> troubles(Collection<ObjectId> unhealthy) {
    return new WorkloadTroubles(client, cluster.discovery()).of(unhealthy);
  }

  /// Whether all of these objects are seen to be healthy.
  public boolean areHealthy(Set<ObjectId> ids) {
    return cluster.board().areHealthy(ids);
  }
}
