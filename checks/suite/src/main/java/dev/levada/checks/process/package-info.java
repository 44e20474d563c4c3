/// The engine as a process of its own, for end-to-end tests, the demo and benchmarks.
@NullMarked
package dev.levada.checks.process;

import org.jspecify.annotations.NullMarked;
