/// Tests of the package of the same name.
@NullMarked
package dev.levada.core.manifest;

import org.jspecify.annotations.NullMarked;
