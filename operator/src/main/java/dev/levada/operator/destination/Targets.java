package dev.levada.operator.destination;

import dev.levada.api.Kustomization;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.RequestMeter;
import dev.levada.cluster.apply.Applier;
import dev.levada.cluster.apply.ApplyRules;
import dev.levada.cluster.apply.Pruner;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.cluster.observe.Live;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.fields.ManagerCleanup;
import dev.levada.operator.runtime.Key;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Finds for each Kustomization the cluster and the account that it applies with (flux-api §2.11).
/// A remote cluster is connected to and observed for as long as a Kustomization goes there; all
/// accounts share its connections.
public final class Targets implements AutoCloseable {

  /// Hears of changes to live objects in any cluster.
  @FunctionalInterface
  public interface LiveNews {

    /// An object changed; null where it is gone.
    void changed(TargetCluster cluster, ObjectId id, @Nullable Live live);
  }

  private final TargetOptions options;
  private final RemoteClusters remotes;
  private final RequestMeter meter;
  private final Clock clock;
  private final HealthJudge judge;
  private final TargetCluster local;
  private final List<LiveNews> listeners = new CopyOnWriteArrayList<>();
  private final Map<Key, Target> targets = new HashMap<>();
  private final Map<String, TargetCluster> clusters = new HashMap<>();

  /// @param client the engine's own cluster
  /// @param discovery which kinds there are in it
  /// @param meter counts the requests to other clusters
  /// @param clock tells the time
  /// @param judge says how each live object fares
  public Targets(
      TargetOptions options,
      KubeClient client,
      Discovery discovery,
      RequestMeter meter,
      Clock clock,
      HealthJudge judge) {
    this.options = options;
    this.remotes = new RemoteClusters(client, options, clock);
    this.meter = meter;
    this.clock = clock;
    this.judge = judge;
    this.local = new TargetCluster(TargetCluster.LOCAL, client, discovery, options, judge, clock);
    local.listen((id, live) -> tell(local, id, live));
  }

  /// Adds a listener; it hears of what changes from now on.
  public void listen(LiveNews listener) {
    listeners.add(listener);
  }

  private void tell(TargetCluster cluster, ObjectId id, @Nullable Live live) {
    listeners.forEach(listener -> listener.changed(cluster, id, live));
  }

  /// Where a Kustomization's objects go, and as whom.
  ///
  /// @throws dev.levada.core.failure.FailureException where its kubeconfig cannot be had or used
  public Target require(Kustomization object, Key key) {
    Optional<RemoteClusters.Remote> remote = remotes.of(object);
    return remote.isPresent()
        ? held(key, remote.get(), user(object))
        : held(key, local, user(object));
  }

  /// Whom a Kustomization acts as; empty for the engine itself.
  public String user(Kustomization object) {
    String account = object.spec().raw().textAt("serviceAccountName");
    if (account.isEmpty()) {
      account = options.defaultServiceAccount();
    }
    return account.isEmpty()
        ? ""
        : "system:serviceaccount:" + object.metadata().namespace() + ":" + account;
  }

  private synchronized Target held(Key key, RemoteClusters.Remote remote, String user) {
    TargetCluster cluster = clusters.computeIfAbsent(remote.name(), _ -> connect(remote));
    return held(key, cluster, user);
  }

  private synchronized Target held(Key key, TargetCluster cluster, String user) {
    Target before = targets.get(key);
    if (before != null && before.cluster() == cluster && before.user().equals(user)) {
      return before;
    }
    Target now = target(cluster, user);
    targets.put(key, now);
    if (before != null && before.cluster() != cluster) {
      leave(key, before.cluster());
    }
    return now;
  }

  private TargetCluster connect(RemoteClusters.Remote remote) {
    KubeClient client = KubeClient.connect(remote.config(), meter);
    var cluster =
        new TargetCluster(remote.name(), client, new Discovery(client), options, judge, clock);
    cluster.listen((id, live) -> tell(cluster, id, live));
    return cluster;
  }

  private Target target(TargetCluster cluster, String user) {
    KubeClient client = user.isEmpty() ? cluster.client() : cluster.client().impersonating(user);
    var rules =
        new ApplyRules(
            ManagerCleanup.MANAGER,
            options.overridden(),
            options.migrateApiVersion(),
            false,
            options.parallel());
    var applier =
        new Applier(client, cluster.discovery(), cluster.objects(), cluster.settled(), rules);
    var pruner = new Pruner(client, cluster.discovery(), cluster.settled());
    return new Target(cluster, user, client, applier, pruner);
  }

  /// Whether the account or the kubeconfig that a Kustomization names is gone for good, so that
  /// nothing can be done in its name any more; says which.
  public Optional<String> missing(Kustomization object) {
    return remotes.missing(object, options.defaultServiceAccount());
  }

  /// A Kustomization is gone, and with it its need of a cluster.
  public synchronized void release(Key key) {
    Target before = targets.remove(key);
    if (before != null) {
      leave(key, before.cluster());
    }
  }

  private void leave(Key key, TargetCluster cluster) {
    cluster.kinds().release(key);
    boolean used = targets.values().stream().anyMatch(target -> target.cluster() == cluster);
    if (!used && cluster != local) {
      clusters.remove(cluster.name());
      cluster.close();
    }
  }

  @Override
  public synchronized void close() {
    clusters.values().forEach(TargetCluster::close);
    local.close();
  }
}
