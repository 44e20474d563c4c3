/// A source's files as an immutable tree of safe paths and bytes.
@NullMarked
package dev.levada.core.tree;

import org.jspecify.annotations.NullMarked;
