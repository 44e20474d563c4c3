/// Where the command line starts.
@NullMarked
package dev.levada.cli;

import org.jspecify.annotations.NullMarked;
