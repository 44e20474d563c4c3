/// Real programs for tests: built with Go into a cache, found again, started as child processes.
@NullMarked
package dev.levada.testbed.program;

import org.jspecify.annotations.NullMarked;
