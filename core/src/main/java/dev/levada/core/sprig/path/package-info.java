/// Functions on paths and URLs.
@NullMarked
package dev.levada.core.sprig.path;

import org.jspecify.annotations.NullMarked;
