/// Tests of the health rules.
@NullMarked
package dev.levada.core.health;

import org.jspecify.annotations.NullMarked;
