/// One engine of several leads: by a lease that it renews.
@NullMarked
package dev.levada.operator.runtime.lease;

import org.jspecify.annotations.NullMarked;
