/// Tests of editing.
@NullMarked
package dev.levada.core.edit;

import org.jspecify.annotations.NullMarked;
