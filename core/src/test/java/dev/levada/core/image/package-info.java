/// Tests of choosing tags.
@NullMarked
package dev.levada.core.image;

import org.jspecify.annotations.NullMarked;
