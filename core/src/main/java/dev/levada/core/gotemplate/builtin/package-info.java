/// The functions that every Go template has.
@NullMarked
package dev.levada.core.gotemplate.builtin;

import org.jspecify.annotations.NullMarked;
