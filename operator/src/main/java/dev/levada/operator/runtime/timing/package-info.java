/// Clocks, jitter and delays.
@NullMarked
package dev.levada.operator.runtime.timing;

import org.jspecify.annotations.NullMarked;
