/// Tags and a policy become one tag.
@NullMarked
package dev.levada.core.image;

import org.jspecify.annotations.NullMarked;
