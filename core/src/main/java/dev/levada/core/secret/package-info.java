/// Opens what SOPS has encrypted, with keys it is given (flux-api.md section 2.2).
@NullMarked
package dev.levada.core.secret;

import org.jspecify.annotations.NullMarked;
