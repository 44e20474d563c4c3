/// Controllers that scan image repositories and choose their latest tags.
@NullMarked
package dev.levada.operator.image;

import org.jspecify.annotations.NullMarked;
