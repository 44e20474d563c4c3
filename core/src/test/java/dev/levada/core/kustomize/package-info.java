/// Kustomize builds, held to what the real tool prints.
@NullMarked
package dev.levada.core.kustomize;

import org.jspecify.annotations.NullMarked;
