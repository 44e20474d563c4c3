package dev.levada.operator.destination;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.health.Health;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.runtime.Gate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// Watches single objects: those that the engine did not apply but a health check names, and those
/// of a kind that it may not observe as a whole.
final class ForeignObjects {

  private final KubeClient client;
  private final Discovery discovery;

  /// @param client the cluster, as the account that may see them
  /// @param discovery which kinds there are
  ForeignObjects(KubeClient client, Discovery discovery) {
    this.client = client;
    this.discovery = discovery;
  }

  Sight watch(ObjectId id, Gate gate, HealthJudge judge) {
    var sight = new Sight(id, gate, judge);
    Optional<ResourceType> type = discovery.preferred(id.group(), id.kind());
    type.ifPresentOrElse(
        known ->
            sight.begin(
                Reflector.start(
                    client,
                    known,
                    new Selection(id.namespace(), "", "metadata.name=" + id.name()),
                    sight)),
        sight::vanish);
    return sight;
  }

  /// One object under watch.
  static final class Sight implements Reflector.Sink, AutoCloseable {

    private final ObjectId id;
    private final Gate gate;
    private final HealthJudge judge;
    private final AtomicReference<Optional<Health>> health =
        new AtomicReference<>(Optional.empty());
    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicReference<Optional<Reflector>> reflector =
        new AtomicReference<>(Optional.empty());

    private Sight(ObjectId id, Gate gate, HealthJudge judge) {
      this.id = id;
      this.gate = gate;
      this.judge = judge;
    }

    private void begin(Reflector watching) {
      reflector.set(Optional.of(watching));
    }

    ObjectId id() {
      return id;
    }

    /// Its health; nothing where it does not exist.
    Optional<Health> health() {
      return health.get();
    }

    /// Whether the watch has told that it does not exist.
    boolean isKnownGone() {
      return gone.get();
    }

    @Override
    public void changed(Manifest object, boolean fromList) {
      gone.set(false);
      health.set(Optional.of(judge.judge(object, Instant.MIN)));
      gate.open();
    }

    @Override
    public void begin() {}

    @Override
    public void absent() {
      vanish();
    }

    @Override
    public void gone(ObjectId which, String resourceVersion) {
      vanish();
    }

    private void vanish() {
      health.set(Optional.empty());
      gone.set(true);
      gate.open();
    }

    @Override
    public void synced(Set<ObjectId> listed, String resourceVersion) {
      if (listed.isEmpty()) {
        vanish();
      }
    }

    @Override
    public void close() {
      reflector.get().ifPresent(Reflector::close);
    }
  }
}
