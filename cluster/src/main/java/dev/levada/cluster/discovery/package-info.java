/// Which kinds an API server serves, and under which paths.
@NullMarked
package dev.levada.cluster.discovery;

import org.jspecify.annotations.NullMarked;
