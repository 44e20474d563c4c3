/// Functions on lists and dictionaries.
@NullMarked
package dev.levada.core.sprig.collection;

import org.jspecify.annotations.NullMarked;
