/// Commit messages from templates and the changes that they are about.
@NullMarked
package dev.levada.core.message;

import org.jspecify.annotations.NullMarked;
