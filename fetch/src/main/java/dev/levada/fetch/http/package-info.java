/// HTTP requests to servers that are not trusted: bounded, without leaking credentials.
@NullMarked
package dev.levada.fetch.http;

import org.jspecify.annotations.NullMarked;
