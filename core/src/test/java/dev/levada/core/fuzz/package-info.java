/// What hostile users may write, thrown at what reads it: by a fuzzer in `make fuzz`, and each kept
/// finding once in every test run.
@NullMarked
package dev.levada.core.fuzz;

import org.jspecify.annotations.NullMarked;
