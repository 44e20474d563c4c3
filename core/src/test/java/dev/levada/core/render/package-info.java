/// Tests of the package of the same name.
@NullMarked
package dev.levada.core.render;

import org.jspecify.annotations.NullMarked;
