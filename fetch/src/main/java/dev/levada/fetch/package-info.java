/// What a fetcher is: credentials in, a revision and its tree out.
@NullMarked
package dev.levada.fetch;

import org.jspecify.annotations.NullMarked;
