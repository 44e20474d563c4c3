/// Watches what is live among the objects that the engine manages.
@NullMarked
package dev.levada.cluster.observe;

import org.jspecify.annotations.NullMarked;
