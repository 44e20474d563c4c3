/// What a Kustomization wants of a cluster: its objects, and on what terms.
@NullMarked
package dev.levada.operator.desired;

import org.jspecify.annotations.NullMarked;
