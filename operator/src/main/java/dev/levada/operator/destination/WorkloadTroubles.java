package dev.levada.operator.destination;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.core.health.PodMaker;
import dev.levada.core.health.PodTrouble;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks behind workloads that do not become healthy: what their pods, or the attempts to make
/// them, stumble over. It asks the server, once, when the wait for them has failed.
final class WorkloadTroubles {

  private static final Logger LOG = LoggerFactory.getLogger(WorkloadTroubles.class);
  private static final ResourceType PODS =
      new ResourceType(new GroupVersionKind("", "v1", "Pod"), "pods", true);
  private static final ResourceType EVENTS =
      new ResourceType(new GroupVersionKind("", "v1", "Event"), "events", true);
  private static final int MOST_WORKLOADS = 10;
  private static final int MOST_EACH = 3;

  private final KubeClient client;
  private final Discovery discovery;

  /// @param client the cluster, as the account that may see them
  /// @param discovery which kinds there are
  WorkloadTroubles(KubeClient client, Discovery discovery) {
    this.client = client;
    this.discovery = discovery;
  }

  /// What is wrong, as sentences; none where nothing is seen or may be seen.
  List<String> of(Collection<ObjectId> unhealthy) {
    return unhealthy.stream()
        .filter(id -> PodMaker.is(id.group(), id.kind()))
        .limit(MOST_WORKLOADS)
        .flatMap(id -> ofOne(id).stream())
        .toList();
  }

  private Set<String> ofOne(ObjectId id) {
    var troubles = new LinkedHashSet<String>();
    try {
      Optional<Manifest> workload =
          discovery
              .preferred(id.group(), id.kind())
              .flatMap(type -> client.find(type, id.namespace(), id.name()));
      if (workload.isPresent()) {
        PodMaker.refusal(workload.get()).ifPresent(troubles::add);
        pods(id, PodMaker.selector(workload.get()), troubles);
        if (troubles.isEmpty()) {
          events(id, troubles);
        }
      }
    } catch (ApiError | ApiUnreachable e) {
      LOG.debug("cannot look behind {}: {}", id.subject(), e.getMessage());
    }
    return troubles;
  }

  private void pods(ObjectId id, String selector, Set<String> troubles) {
    if (selector.isEmpty()) {
      return;
    }
    client.list(
        PODS,
        new Selection(id.namespace(), selector, ""),
        pod -> {
          if (troubles.size() < MOST_EACH) {
            PodTrouble.of(pod).ifPresent(troubles::add);
          }
        });
  }

  // A StatefulSet or a DaemonSet tells only by an event why it cannot make a pod.
  private void events(ObjectId id, Set<String> troubles) {
    String which =
        "type=Warning,involvedObject.kind=" + id.kind() + ",involvedObject.name=" + id.name();
    client.list(
        EVENTS,
        new Selection(id.namespace(), "", which),
        event -> {
          if (troubles.size() < MOST_EACH) {
            troubles.add(
                id.subject()
                    + ": "
                    + event.root().textAt("reason")
                    + ": "
                    + event.root().textAt("message"));
          }
        });
  }
}
