/// What becomes of rendered templates: manifests in order, and hooks.
@NullMarked
package dev.levada.core.helm.release;

import org.jspecify.annotations.NullMarked;
