/// Holds values against `values.schema.json`.
@NullMarked
package dev.levada.core.helm.schema;

import org.jspecify.annotations.NullMarked;
