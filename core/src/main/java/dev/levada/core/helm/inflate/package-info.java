/// Renders the charts that a kustomization names.
@NullMarked
package dev.levada.core.helm.inflate;

import org.jspecify.annotations.NullMarked;
