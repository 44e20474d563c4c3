/// Tests of the planning rules.
@NullMarked
package dev.levada.core.plan;

import org.jspecify.annotations.NullMarked;
