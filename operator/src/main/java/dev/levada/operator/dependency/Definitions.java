package dev.levada.operator.dependency;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.health.HealthRules;
import dev.levada.core.health.Status;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells sights when their kind is defined. The definitions are watched only while one waits.
final class Definitions implements AutoCloseable {

  private static final ResourceType DEFINITIONS =
      new ResourceType(
          new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition"),
          "customresourcedefinitions",
          false);

  private final KubeClient client;
  private final Discovery discovery;
  private final Set<Sight> waiting = new HashSet<>();
  private Optional<Reflector> reflector = Optional.empty();

  /// @param client the cluster, as the engine
  /// @param discovery which kinds there are, as far as is known
  Definitions(KubeClient client, Discovery discovery) {
    this.client = client;
    this.discovery = discovery;
  }

  /// Waits for a sight's kind.
  synchronized void await(Sight sight) {
    waiting.add(sight);
    if (reflector.isEmpty()) {
      reflector =
          Optional.of(
              Reflector.start(
                  client, DEFINITIONS, Selection.ALL, (definition, _) -> defined(definition)));
    }
  }

  /// A sight needs its kind no more.
  void forget(Sight sight) {
    idle(List.of(sight)).ifPresent(Reflector::close);
  }

  private void defined(Manifest definition) {
    if (HealthRules.of(definition).status() != Status.CURRENT) {
      return;
    }
    for (ResourceType type : types(definition)) {
      List<Sight> served = waitingFor(type);
      if (!served.isEmpty()) {
        discovery.invalidate();
        served.forEach(sight -> sight.served(type));
        idle(served).ifPresent(Reflector::close);
      }
    }
  }

  private synchronized List<Sight> waitingFor(ResourceType type) {
    return waiting.stream().filter(sight -> sight.subject().type().equals(type.type())).toList();
  }

  private synchronized Optional<Reflector> idle(List<Sight> done) {
    done.forEach(waiting::remove);
    Optional<Reflector> last = waiting.isEmpty() ? reflector : Optional.empty();
    if (last.isPresent()) {
      reflector = Optional.empty();
    }
    return last;
  }

  /// The kind in all versions that are served.
  private static List<ResourceType> types(Manifest definition) {
    Mapping spec = definition.root().mappingAt("spec");
    var types = new ArrayList<ResourceType>();
    for (Node entry : spec.sequenceAt("versions")) {
      if (entry instanceof Mapping version && version.isTrueAt("served")) {
        types.add(
            new ResourceType(
                new GroupVersionKind(
                    spec.textAt("group"), version.textAt("name"), spec.textAt("names", "kind")),
                spec.textAt("names", "plural"),
                spec.textAt("scope").equals("Namespaced")));
      }
    }
    return types;
  }

  @Override
  public void close() {
    idle(List.copyOf(all())).ifPresent(Reflector::close);
  }

  private synchronized Set<Sight> all() {
    return new HashSet<>(waiting);
  }
}
