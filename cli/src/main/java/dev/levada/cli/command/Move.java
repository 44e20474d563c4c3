package dev.levada.cli.command;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.desired.Rendering;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// From what a Kustomization had to what it is to have.
///
/// @param desired the objects to look at
/// @param left the objects that it had and that could be taken away
record Move(List<Manifest> desired, Inventory left) {

  /// All that is wanted, from all that was applied.
  static Move all(Rendering.Desired wanted, Inventory applied) {
    return new Move(wanted.manifests(), applied);
  }

  /// Only what differs between two renderings.
  static Move between(Rendering.Desired before, Rendering.Desired after) {
    Map<ObjectId, Manifest> known =
        before.manifests().stream().collect(Collectors.toMap(Manifest::id, Function.identity()));
    List<Manifest> changed =
        after.manifests().stream()
            .filter(manifest -> !isSame(manifest, known.get(manifest.id())))
            .toList();
    return new Move(changed, before.inventory().minus(after.inventory()));
  }

  private static boolean isSame(Manifest one, @Nullable Manifest other) {
    return other != null && one.root().sameValue(other.root());
  }
}
