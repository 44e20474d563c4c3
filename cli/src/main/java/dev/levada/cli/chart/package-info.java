/// Commands that render and show Helm charts on the disk.
@NullMarked
package dev.levada.cli.chart;

import org.jspecify.annotations.NullMarked;
