/// What a Kustomization takes from elsewhere in the cluster: variables, keys; and what it asks in
/// CEL.
@NullMarked
package dev.levada.operator.ingredient;

import org.jspecify.annotations.NullMarked;
