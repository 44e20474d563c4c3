/// Tests of how values are held against schemas.
@NullMarked
package dev.levada.core.helm.schema;

import org.jspecify.annotations.NullMarked;
