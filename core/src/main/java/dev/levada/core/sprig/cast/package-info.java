/// How functions turn values of any type into the numbers, texts and lists that they work on.
@NullMarked
package dev.levada.core.sprig.cast;

import org.jspecify.annotations.NullMarked;
