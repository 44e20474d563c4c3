/// Changes single values of YAML files and leaves every other byte as it is.
@NullMarked
package dev.levada.core.edit;

import org.jspecify.annotations.NullMarked;
