/// Pull requests, comments and commit statuses at a Git host, behind one interface.
@NullMarked
package dev.levada.fetch.forge;

import org.jspecify.annotations.NullMarked;
