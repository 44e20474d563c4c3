package dev.levada.operator.destination;

import dev.levada.cluster.observe.Live;
import dev.levada.cluster.observe.LiveObjects;
import dev.levada.core.health.Health;
import dev.levada.core.health.Status;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.runtime.Gate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Shows the health of objects as the watches last told it, and opens a gate when that changes.
public final class HealthBoard {

  private final LiveObjects objects;
  private final Map<ObjectId, Set<Gate>> gates = new ConcurrentHashMap<>();

  /// @param objects what the engine applied
  HealthBoard(LiveObjects objects) {
    this.objects = objects;
  }

  /// Is told of every change of a live object.
  void changed(ObjectId id, @Nullable Live live) {
    gates.getOrDefault(id, Set.of()).forEach(Gate::open);
  }

  boolean areHealthy(Set<ObjectId> ids) {
    return ids.stream()
        .allMatch(id ->
            objects.find(id).filter(live -> live.health().status() == Status.CURRENT).isPresent());
  }

  /// Watches these objects until closed.
  ///
  /// @param ids which
  /// @param own those that the engine applied, and so observes anyway
  /// @param foreigners watches the others one by one
  /// @param judge judges the others
  Watch watch(Set<ObjectId> ids, Set<ObjectId> own, ForeignObjects foreigners, HealthJudge judge) {
    var gate = new Gate();
    ids.forEach(id -> gates.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(gate));
    var foreign = new LinkedHashSet<>(ids);
    foreign.removeIf(id -> own.contains(id) && objects.sees(id));
    List<ForeignObjects.Sight> sights =
        foreign.stream().map(id -> foreigners.watch(id, gate, judge)).toList();
    return new Watch(ids, gate, sights);
  }

  /// Some objects under watch.
  public final class Watch implements AutoCloseable {

    private final Set<ObjectId> ids;
    private final Gate gate;
    private final List<ForeignObjects.Sight> sights;
    private final Set<ObjectId> jobs = new HashSet<>();

    private Watch(Set<ObjectId> ids, Gate gate, List<ForeignObjects.Sight> sights) {
      this.ids = ids;
      this.gate = gate;
      this.sights = sights;
    }

    /// Opened at each change of one of the objects.
    public Gate gate() {
      return gate;
    }

    /// Whether none of the objects exists any more, as far as their watches have told.
    public boolean isEmpty() {
      return sights.stream().allMatch(ForeignObjects.Sight::isKnownGone);
    }

    /// What the watches last told of each of them. A Job that was there and is gone has done its
    /// work and been cleared away.
    public Map<ObjectId, Health> health() {
      var health = new LinkedHashMap<ObjectId, Health>();
      for (ObjectId id : ids) {
        Optional<Health> seen = objects.find(id).map(Live::health);
        if (id.kind().equals("Job") && seen.isPresent()) {
          jobs.add(id);
        }
        Health absent =
            jobs.contains(id) ? Health.current("has ended and is gone") : Health.NOT_FOUND;
        health.put(id, seen.orElse(absent));
      }
      sights.forEach(sight -> health.put(sight.id(), sight.health().orElse(Health.NOT_FOUND)));
      return health;
    }

    @Override
    public void close() {
      for (ObjectId id : ids) {
        gates.computeIfPresent(
            id,
            (_, waiting) -> {
              waiting.remove(gate);
              return waiting.isEmpty() ? null : waiting;
            });
      }
      sights.forEach(ForeignObjects.Sight::close);
    }
  }
}
