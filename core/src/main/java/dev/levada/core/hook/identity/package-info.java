/// Tokens that an OpenID issuer has signed: who says what of whom.
@NullMarked
package dev.levada.core.hook.identity;

import org.jspecify.annotations.NullMarked;
