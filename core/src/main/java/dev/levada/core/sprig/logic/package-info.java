/// Functions that choose between values or tell their types.
@NullMarked
package dev.levada.core.sprig.logic;

import org.jspecify.annotations.NullMarked;
