/// Calls that others make when something has changed: whether one is genuine, and what it says.
@NullMarked
package dev.levada.core.hook;

import org.jspecify.annotations.NullMarked;
