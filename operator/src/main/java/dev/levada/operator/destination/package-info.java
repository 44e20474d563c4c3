/// Where a Kustomization's objects go: which cluster, as whom, and what is seen there.
@NullMarked
package dev.levada.operator.destination;

import org.jspecify.annotations.NullMarked;
