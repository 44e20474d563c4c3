@NullMarked
package dev.levada.core.reference;

import org.jspecify.annotations.NullMarked;
