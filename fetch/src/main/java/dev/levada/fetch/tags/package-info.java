/// Keeps the tags of image repositories on disk.
@NullMarked
package dev.levada.fetch.tags;

import org.jspecify.annotations.NullMarked;
