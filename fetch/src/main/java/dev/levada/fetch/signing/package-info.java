/// Signs commits: OpenPGP and SSH.
@NullMarked
package dev.levada.fetch.signing;

import org.jspecify.annotations.NullMarked;
