/// Charts as data: their files, their metadata, and how both are read from folders and archives.
@NullMarked
package dev.levada.core.helm.chart;

import org.jspecify.annotations.NullMarked;
