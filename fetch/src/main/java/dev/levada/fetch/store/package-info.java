/// Keeps a source's files as an archive, serves it and forgets it.
@NullMarked
package dev.levada.fetch.store;

import org.jspecify.annotations.NullMarked;
