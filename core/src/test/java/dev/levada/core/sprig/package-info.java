@NullMarked
package dev.levada.core.sprig;

import org.jspecify.annotations.NullMarked;
