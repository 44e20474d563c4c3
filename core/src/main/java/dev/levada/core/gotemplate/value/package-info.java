/// Go's values as templates can tell them apart. `Boolean`, `String` and `Double` stand for bool,
/// string and float64, `Long` for int; the types of this package stand for the rest.
@NullMarked
package dev.levada.core.gotemplate.value;

import org.jspecify.annotations.NullMarked;
