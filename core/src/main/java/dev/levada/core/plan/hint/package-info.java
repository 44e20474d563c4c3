/// Words that users put on objects to steer the engine: skip, keep, force.
@NullMarked
package dev.levada.core.plan.hint;

import org.jspecify.annotations.NullMarked;
