/// Tables of values: read from YAML and JSON, copied, and looked into by paths.
@NullMarked
package dev.levada.core.helm.table;

import org.jspecify.annotations.NullMarked;
