/// Functions on strings: case, cutting, wrapping, regular expressions, random texts.
@NullMarked
package dev.levada.core.sprig.text;

import org.jspecify.annotations.NullMarked;
