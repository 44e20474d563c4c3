/// SHA-256 of bytes and texts.
@NullMarked
package dev.levada.core.digest;

import org.jspecify.annotations.NullMarked;
