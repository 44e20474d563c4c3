/// What a deployment has in the cluster, and what it had.
@NullMarked
package dev.levada.core.plan.inventory;

import org.jspecify.annotations.NullMarked;
