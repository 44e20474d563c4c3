package dev.levada.core.plan.hint;

import dev.levada.core.manifest.Manifest;

/// Whether an object may be deleted and made anew where a change of it is refused. flux-api.md
/// §2.3.
public final class ForceRule {

  private ForceRule() {}

  /// Whether the user allowed it for this object, or for all.
  ///
  /// @param force the Kustomization's `spec.force`
  /// @param desired the object as it should be
  /// @param live the object as the API server has it
  public static boolean allows(boolean force, Manifest desired, Manifest live) {
    return force || Hint.FORCE.isOn(desired) || Hint.FORCE.isOn(live);
  }
}
