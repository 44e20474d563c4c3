/// Go's numbers that Java has no type of its own for.
@NullMarked
package dev.levada.core.gotemplate.number;

import org.jspecify.annotations.NullMarked;
