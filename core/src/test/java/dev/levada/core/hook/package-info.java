@NullMarked
package dev.levada.core.hook;

import org.jspecify.annotations.NullMarked;
