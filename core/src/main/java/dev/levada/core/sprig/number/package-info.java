/// Functions on numbers.
@NullMarked
package dev.levada.core.sprig.number;

import org.jspecify.annotations.NullMarked;
