package dev.levada.core.plan.fields;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.Set;

/// Kinds of Kubernetes itself, which the API server stores in a form that has no nulls and mostly
/// no zero values: what was applied as `false`, `""` or `[]` is often not there afterwards.
final class TypedKinds {

  private static final Set<String> GROUPS =
      Set.of(
          "",
          "apps",
          "autoscaling",
          "batch",
          "networking.k8s.io",
          "policy",
          "rbac.authorization.k8s.io",
          "scheduling.k8s.io",
          "storage.k8s.io");

  private TypedKinds() {}

  static boolean has(Manifest manifest) {
    return GROUPS.contains(manifest.type().group());
  }

  /// Removes nulls and empty lists, in place: they say nothing, and would be owned for nothing.
  static void dropNothings(Node node) {
    switch (node) {
      case Mapping mapping -> {
        mapping.entries().values().removeIf(TypedKinds::isNothing);
        mapping.entries().values().forEach(TypedKinds::dropNothings);
      }
      case Sequence sequence -> sequence.forEach(TypedKinds::dropNothings);
      case Scalar _ -> {}
    }
  }

  /// A copy with null for each zero value in a mapping, so that those that are stored and those
  /// that are not look the same. A field has one type, so no two different values become the same.
  static Node withoutZeros(Node node) {
    return switch (node) {
      case Mapping mapping -> {
        var copy = new Mapping();
        mapping
            .entries()
            .forEach(
                (key, value) -> copy.put(key, isZero(value) ? Scalar.NULL : withoutZeros(value)));
        yield copy;
      }
      case Sequence sequence ->
          new Sequence(sequence.items().stream().map(TypedKinds::withoutZeros).toList());
      case Scalar scalar -> scalar;
    };
  }

  private static boolean isNothing(Node node) {
    return switch (node) {
      case Sequence sequence -> sequence.size() == 0;
      case Scalar scalar -> scalar.isNull();
      case Mapping _ -> false;
    };
  }

  private static boolean isZero(Node node) {
    return switch (node) {
      case Mapping mapping -> mapping.isEmpty();
      case Sequence sequence -> sequence.size() == 0;
      case Scalar scalar ->
          switch (scalar.kind()) {
            case NULL -> true;
            case BOOLEAN -> !scalar.isTrue();
            case INTEGER, FLOAT -> scalar.sameValue(Scalar.of(0));
            case STRING, TIMESTAMP -> scalar.text().isEmpty();
          };
    };
  }
}
