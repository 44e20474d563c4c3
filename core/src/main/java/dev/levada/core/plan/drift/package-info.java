/// How a live object differs from the one that is wanted, field by field.
@NullMarked
package dev.levada.core.plan.drift;

import org.jspecify.annotations.NullMarked;
