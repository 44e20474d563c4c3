/// Inventory, desired and live objects become changes and prunes, in order, each with its why.
@NullMarked
package dev.levada.core.plan;

import org.jspecify.annotations.NullMarked;
