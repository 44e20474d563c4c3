/// What must be there and ready before a Kustomization is deployed: `spec.dependsOn`.
@NullMarked
package dev.levada.operator.dependency;

import org.jspecify.annotations.NullMarked;
