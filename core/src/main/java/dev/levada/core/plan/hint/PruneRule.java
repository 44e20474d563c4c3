package dev.levada.core.plan.hint;

import dev.levada.core.manifest.Manifest;
import java.util.List;

/// Whether an object that left the inventory is deleted: only if it is still its owner's, and
/// nobody asked to keep it. flux-api.md §2.4.
public final class PruneRule {

  private static final List<Hint> KEEPING =
      List.of(Hint.PRUNE_DISABLED, Hint.RECONCILE_DISABLED, Hint.IGNORE);

  private PruneRule() {}

  /// Whether the object goes or stays.
  ///
  /// @param owner who applied the object
  /// @param live the object as the API server has it just now
  public static Prune decide(Owner owner, Manifest live) {
    if (!owner.owns(live)) {
      return new Prune.Keep(
          "its labels do not name Kustomization/%s/%s as its owner"
              .formatted(owner.namespace(), owner.name()));
    }
    for (Hint hint : KEEPING) {
      if (hint.isOn(live)) {
        return new Prune.Keep(hint.because("object in the cluster"));
      }
    }
    return new Prune.Delete();
  }
}
