package dev.levada.core.plan.fields;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where the kinds of Kubernetes itself keep the spec of a pod.
public final class PodSpecs {

  private static final String[] TEMPLATE = {"spec", "template", "spec"};

  private static final Map<GroupKind, String[]> PATHS =
      Map.of(
          new GroupKind("", "Pod"), new String[] {"spec"},
          new GroupKind("", "ReplicationController"), TEMPLATE,
          new GroupKind("apps", "Deployment"), TEMPLATE,
          new GroupKind("apps", "StatefulSet"), TEMPLATE,
          new GroupKind("apps", "DaemonSet"), TEMPLATE,
          new GroupKind("apps", "ReplicaSet"), TEMPLATE,
          new GroupKind("batch", "Job"), TEMPLATE,
          new GroupKind("batch", "CronJob"),
              new String[] {"spec", "jobTemplate", "spec", "template", "spec"});

  private PodSpecs() {}

  /// The object's pod spec, to be edited in place; an empty one that belongs to nobody where its
  /// kind has none.
  static Mapping of(Manifest manifest) {
    String[] path = PATHS.get(GroupKind.of(manifest));
    return path == null ? new Mapping() : manifest.root().mappingAt(path);
  }

  /// All containers of a pod spec, to be edited in place.
  static Stream<Mapping> containers(Mapping podSpec) {
    return Stream.of("containers", "initContainers", "ephemeralContainers")
        .flatMap(list -> mappings(podSpec.sequenceAt(list)).stream());
  }

  /// The items of a list that are mappings.
  public static List<Mapping> mappings(Sequence list) {
    return list.items().stream()
        .filter(Mapping.class::isInstance)
        .map((Node item) -> (Mapping) item)
        .toList();
  }
}
