/// Certificates and keys from PEM text, in the form that the platform's TLS wants.
@NullMarked
package dev.levada.fetch.tls;

import org.jspecify.annotations.NullMarked;
