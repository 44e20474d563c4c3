package dev.levada.core.plan;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.fields.GroupKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sorts objects into the stages in which they are applied. flux-api.md §2.3.
public final class Stages {

  private static final Set<GroupKind> DEFINITIONS =
      Set.of(
          new GroupKind("apiextensions.k8s.io", "CustomResourceDefinition"),
          new GroupKind("", "Namespace"),
          new GroupKind("rbac.authorization.k8s.io", "ClusterRole"));

  private Stages() {}

  /// The stages that have objects, in order, without custom kinds.
  public static List<Stage> of(List<Manifest> manifests) {
    return of(manifests, Set.of());
  }

  /// The stages that have objects, in order.
  ///
  /// @param manifests the objects, in any order
  /// @param custom the kinds that go before the rest (`--custom-apply-stage-kinds`)
  public static List<Stage> of(List<Manifest> manifests, Set<GroupKind> custom) {
    Map<Stage.Kind, List<Manifest>> sorted = new EnumMap<>(Stage.Kind.class);
    for (Manifest manifest : manifests) {
      sorted.computeIfAbsent(kind(manifest, custom), _ -> new ArrayList<>()).add(manifest);
    }
    return sorted.entrySet().stream()
        .map(stage ->
            new Stage(stage.getKey(), stage.getValue().stream().sorted(new ApplyOrder()).toList()))
        .toList();
  }

  private static Stage.Kind kind(Manifest manifest, Set<GroupKind> custom) {
    GroupKind type = GroupKind.of(manifest);
    if (DEFINITIONS.contains(type)) {
      return Stage.Kind.CLUSTER_DEFINITIONS;
    }
    if (type.kind().endsWith("Class")) {
      return Stage.Kind.CLASSES;
    }
    return custom.contains(type) ? Stage.Kind.CUSTOM : Stage.Kind.REST;
  }
}
