/// Runs the controllers: queues, delays, limits, caches, leader election; knows no kind by name.
@NullMarked
package dev.levada.operator.runtime;

import org.jspecify.annotations.NullMarked;
