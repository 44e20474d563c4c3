/// The public keys of OpenID issuers.
@NullMarked
package dev.levada.fetch.identity;

import org.jspecify.annotations.NullMarked;
