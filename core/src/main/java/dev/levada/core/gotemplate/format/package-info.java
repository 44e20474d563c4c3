/// How Go writes and reads values as text: numbers, quotes, `print` and `printf`.
@NullMarked
package dev.levada.core.gotemplate.format;

import org.jspecify.annotations.NullMarked;
