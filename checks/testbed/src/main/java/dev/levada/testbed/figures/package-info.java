/// Measured figures, as a page shows them.
@NullMarked
package dev.levada.testbed.figures;

import org.jspecify.annotations.NullMarked;
