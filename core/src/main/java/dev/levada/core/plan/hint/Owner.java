package dev.levada.core.plan.hint;

import dev.levada.core.manifest.Manifest;

/// The Kustomization that owns the objects it applies, as two labels on each of them say.
///
/// @param name the Kustomization's name
/// @param namespace the Kustomization's namespace
public record Owner(String name, String namespace) {

  private static final String NAME = "kustomize.toolkit.fluxcd.io/name";
  private static final String NAMESPACE = "kustomize.toolkit.fluxcd.io/namespace";

  /// Sets the labels on an object, in place.
  public void stamp(Manifest manifest) {
    manifest.root().child("metadata").child("labels").put(NAME, name).put(NAMESPACE, namespace);
  }

  /// Whether an object in the cluster has both labels of this owner.
  public boolean owns(Manifest live) {
    var labels = live.labels();
    return name.equals(labels.get(NAME)) && namespace.equals(labels.get(NAMESPACE));
  }
}
