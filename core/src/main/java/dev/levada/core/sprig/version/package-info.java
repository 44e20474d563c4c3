/// Functions on semantic versions.
@NullMarked
package dev.levada.core.sprig.version;

import org.jspecify.annotations.NullMarked;
