/// Builds the engine by hand from its parts, and runs it.
@NullMarked
package dev.levada.operator;

import org.jspecify.annotations.NullMarked;
