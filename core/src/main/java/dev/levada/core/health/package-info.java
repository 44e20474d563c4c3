/// Judges whether an object in the cluster is healthy, on its way, or failed: one rule a kind.
@NullMarked
package dev.levada.core.health;

import org.jspecify.annotations.NullMarked;
