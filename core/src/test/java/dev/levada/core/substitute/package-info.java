@NullMarked
package dev.levada.core.substitute;

import org.jspecify.annotations.NullMarked;
