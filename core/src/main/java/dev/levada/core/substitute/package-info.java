/// `${name}` becomes its value: Flux's post-build substitution (flux-api.md section 2.2).
@NullMarked
package dev.levada.core.substitute;

import org.jspecify.annotations.NullMarked;
