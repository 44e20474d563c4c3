/// All functions that Helm's templates have, but for those that need a chart or a cluster.
@NullMarked
package dev.levada.core.sprig;

import org.jspecify.annotations.NullMarked;
