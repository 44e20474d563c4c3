/// A folder on disk as a tree, for the command line.
@NullMarked
package dev.levada.fetch.folder;

import org.jspecify.annotations.NullMarked;
