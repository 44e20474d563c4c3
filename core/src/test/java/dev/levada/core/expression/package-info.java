@NullMarked
package dev.levada.core.expression;

import org.jspecify.annotations.NullMarked;
