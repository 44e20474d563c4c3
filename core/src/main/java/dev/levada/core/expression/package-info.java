/// Questions that users ask about objects in CEL.
@NullMarked
package dev.levada.core.expression;

import org.jspecify.annotations.NullMarked;
