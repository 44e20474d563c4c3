/// Where a chart's values come from, and how they become one table for each chart.
@NullMarked
package dev.levada.core.helm.values;

import org.jspecify.annotations.NullMarked;
