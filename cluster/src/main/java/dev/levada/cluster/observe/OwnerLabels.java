package dev.levada.cluster.observe;

/// The labels that say who owns an object; an object without the first is nobody's and not watched.
///
/// @param name the label that carries the owner's name
/// @param namespace the label that carries the owner's namespace
public record OwnerLabels(String name, String namespace) {

  /// The labels that Kustomizations put on what they apply.
  public static final OwnerLabels KUSTOMIZATION =
      new OwnerLabels("kustomize.toolkit.fluxcd.io/name", "kustomize.toolkit.fluxcd.io/namespace");

  /// The labels that Helm releases put on what they apply.
  public static final OwnerLabels HELM_RELEASE =
      new OwnerLabels("helm.toolkit.fluxcd.io/name", "helm.toolkit.fluxcd.io/namespace");
}
