/// What can be switched on and off by name.
@NullMarked
package dev.levada.operator.feature;

import org.jspecify.annotations.NullMarked;
