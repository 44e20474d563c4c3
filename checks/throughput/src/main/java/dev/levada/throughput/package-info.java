/// Measures the pure core with JMH: builds a second, bytes allocated, and the real tools beside.
@NullMarked
package dev.levada.throughput;

import org.jspecify.annotations.NullMarked;
