/// A kustomization in a tree becomes manifests, as `kustomize build` 5.8.1 makes them.
@NullMarked
package dev.levada.core.kustomize;

import org.jspecify.annotations.NullMarked;
