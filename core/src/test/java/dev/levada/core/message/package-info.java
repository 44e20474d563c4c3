@NullMarked
package dev.levada.core.message;

import org.jspecify.annotations.NullMarked;
