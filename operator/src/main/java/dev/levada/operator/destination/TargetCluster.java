package dev.levada.operator.destination;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.apply.Settled;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.cluster.observe.LiveListener;
import dev.levada.cluster.observe.LiveObjects;
import dev.levada.cluster.observe.OwnerLabels;
import java.time.Clock;

/// One cluster that objects are applied to, with what is seen of it. All Kustomizations that go
/// there share it, whoever they act as.
public final class TargetCluster {

  /// The name of the cluster that the engine itself runs for.
  public static final String LOCAL = "";

  private final String name;
  private final KubeClient client;
  private final Discovery discovery;
  private final LiveObjects objects;
  private final Settled settled = new Settled();
  private final HealthBoard board;
  private final LiveKinds kinds;

  /// @param name tells it from the others; empty for the engine's own
  /// @param client the cluster, as the account that observes
  /// @param discovery which kinds there are
  /// @param options how objects are applied
  /// @param judge says how each object fares
  /// @param clock the time at which health is judged
  TargetCluster(
      String name,
      KubeClient client,
      Discovery discovery,
      TargetOptions options,
      HealthJudge judge,
      Clock clock) {
    this.name = name;
    this.client = client;
    this.discovery = discovery;
    this.objects =
        new LiveObjects(
            client, discovery, clock, OwnerLabels.KUSTOMIZATION, new OwnedRules(options, judge));
    this.board = new HealthBoard(objects);
    this.kinds = new LiveKinds(discovery, objects);
    objects.listen(board::changed);
  }

  /// What tells it from the others; empty for the engine's own.
  public String name() {
    return name;
  }

  KubeClient client() {
    return client;
  }

  /// Which kinds there are.
  public Discovery discovery() {
    return discovery;
  }

  /// What is live there.
  public LiveObjects objects() {
    return objects;
  }

  /// What each object looked like when it was left.
  public Settled settled() {
    return settled;
  }

  /// The kinds under observation.
  public LiveKinds kinds() {
    return kinds;
  }

  HealthBoard board() {
    return board;
  }

  void listen(LiveListener listener) {
    objects.listen(listener);
  }

  /// Ends all watches, and the connection unless it is the engine's own.
  void close() {
    objects.close();
    if (!name.equals(LOCAL)) {
      client.close();
    }
  }
}
