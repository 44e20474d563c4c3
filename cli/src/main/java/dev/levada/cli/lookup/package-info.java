/// Finds the objects that a user names.
@NullMarked
package dev.levada.cli.lookup;

import org.jspecify.annotations.NullMarked;
