/// Tests of what changes rendered objects.
@NullMarked
package dev.levada.core.helm.render;

import org.jspecify.annotations.NullMarked;
