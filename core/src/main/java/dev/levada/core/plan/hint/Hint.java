package dev.levada.core.plan.hint;

import dev.levada.core.manifest.Manifest;

/// A word that a user puts on an object to steer the engine: as a label or as an annotation, with
/// capital letters or without. flux-api.md §0.3.
///
/// @param key the part of the key behind `kustomize.toolkit.fluxcd.io/`
/// @param value the value that counts
public record Hint(String key, String value) {

  static final Hint RECONCILE_DISABLED = new Hint("reconcile", "disabled");
  static final Hint PRUNE_DISABLED = new Hint("prune", "disabled");
  static final Hint FORCE = new Hint("force", "enabled");
  static final Hint IGNORE = new Hint("ssa", "Ignore");
  static final Hint IF_NOT_PRESENT = new Hint("ssa", "IfNotPresent");
  public static final Hint MERGE = new Hint("ssa", "Merge");

  private static final String GROUP = "kustomize.toolkit.fluxcd.io/";

  public boolean isOn(Manifest manifest) {
    return value.equalsIgnoreCase(manifest.annotations().get(GROUP + key))
        || value.equalsIgnoreCase(manifest.labels().get(GROUP + key));
  }

  /// Says where it stands, as the reason of a decision.
  String because(String where) {
    return GROUP + key + ": " + value + " is set on the " + where;
  }
}
