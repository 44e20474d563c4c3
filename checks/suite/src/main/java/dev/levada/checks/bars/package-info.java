/// Counts the figures by which the code is compared, as docs/quality.md says.
@NullMarked
package dev.levada.checks.bars;

import org.jspecify.annotations.NullMarked;
