/// Functions that hash, encrypt, and make keys and certificates.
@NullMarked
package dev.levada.core.sprig.crypto;

import org.jspecify.annotations.NullMarked;
