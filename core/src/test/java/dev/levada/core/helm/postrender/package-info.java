/// Tests of what changes rendered objects.
@NullMarked
package dev.levada.core.helm.postrender;

import org.jspecify.annotations.NullMarked;
