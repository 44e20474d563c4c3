package dev.levada.operator.destination;

import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.cluster.observe.Demand;
import dev.levada.cluster.observe.LiveObjects;
import dev.levada.core.manifest.Manifest;
import dev.levada.operator.runtime.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps every kind under observation that some Kustomization has objects of, and no other.
public final class LiveKinds {

  private static final Duration LONGEST_LIST = Duration.ofSeconds(30);

  private final Discovery discovery;
  private final LiveObjects objects;
  private final Map<Key, Map<ResourceType, Demand>> held = new ConcurrentHashMap<>();

  /// @param discovery which kinds there are
  /// @param objects observes them
  LiveKinds(Discovery discovery, LiveObjects objects) {
    this.discovery = discovery;
    this.objects = objects;
  }

  /// Observes the kinds of these objects for a Kustomization; kinds that are not there yet are left
  /// out. When it returns, what was in the cluster before is known.
  public void hold(Key key, List<Manifest> manifests) throws InterruptedException {
    Map<ResourceType, Demand> before = held.getOrDefault(key, Map.of());
    var now = new HashMap<ResourceType, Demand>();
    for (Manifest manifest : manifests) {
      discovery
          .find(manifest.type())
          .ifPresent(type ->
              now.computeIfAbsent(
                  type,
                  wanted ->
                      before.containsKey(wanted) ? before.get(wanted) : objects.require(wanted)));
    }
    held.put(key, Map.copyOf(now));
    for (var demand : before.entrySet()) {
      if (!now.containsKey(demand.getKey())) {
        demand.getValue().close();
      }
    }
    for (Demand demand : now.values()) {
      demand.awaitSynced(LONGEST_LIST);
    }
  }

  /// A Kustomization needs none of its kinds any more.
  public void release(Key key) {
    Map<ResourceType, Demand> before = held.remove(key);
    if (before != null) {
      before.values().forEach(Demand::close);
    }
  }
}
