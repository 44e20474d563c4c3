/// Which objects an object needs, as far as its own fields tell.
@NullMarked
package dev.levada.core.reference;

import org.jspecify.annotations.NullMarked;
