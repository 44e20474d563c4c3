@NullMarked
package dev.levada.core.secret;

import org.jspecify.annotations.NullMarked;
