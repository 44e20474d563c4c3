/// Dates and durations as Go has them.
@NullMarked
package dev.levada.core.sprig.time;

import org.jspecify.annotations.NullMarked;
