package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// The values that stand at several places of an object as one. `commonLabels` and its like put the
/// very same value wherever it was missing, and kustomize edits values in place: whoever changes
/// such a label at one place changes it everywhere. Users see it when an overlay patches a label
/// that its base sets.
final class SharedScalars {

  private final Set<Scalar> shared = Collections.newSetFromMap(new IdentityHashMap<>());

  /// A value that is about to be put at several places.
  Scalar share(Scalar scalar) {
    shared.add(scalar);
    return scalar;
  }

  /// Forgets what is shared: after the object was written and read again each value is its own.
  void clear() {
    shared.clear();
  }

  /// To be called when a value took another's place: it takes the other places as well.
  @SuppressWarnings("ReferenceEquality") // one and the same, not merely equal
  void replaced(Mapping root, Node old, Node now) {
    if (old instanceof Scalar was
        && now instanceof Scalar by
        && !isSame(now, was)
        && shared.remove(was)) {
      spread(root, was, by);
      shared.add(by);
    }
  }

  private static void spread(Node node, Scalar was, Scalar by) {
    switch (node) {
      case Mapping mapping -> {
        mapping.entries().replaceAll((_, value) -> isSame(value, was) ? by : value);
        mapping.entries().values().forEach(value -> spread(value, was, by));
      }
      case Sequence list -> list.forEach(item -> spread(item, was, by));
      case Scalar _ -> {}
    }
  }

  @SuppressWarnings("ReferenceEquality") // one and the same, not merely equal
  private static boolean isSame(Node node, Node was) {
    return node == was;
  }
}
