package dev.levada.core.kustomize;

/// Changes the objects of a build in place.
interface Transformer {
  void transform(ResourceList resources);
}
