/// Commands that ask the engine for something.
@NullMarked
package dev.levada.cli.change;

import org.jspecify.annotations.NullMarked;
