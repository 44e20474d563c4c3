/// Controllers of sources, and the shelf on which their trees stand for whoever builds from them.
@NullMarked
package dev.levada.operator.source;

import org.jspecify.annotations.NullMarked;
