/// Brings in Git repositories: bare, one commit deep, read from the object database.
@NullMarked
package dev.levada.fetch.git;

import org.jspecify.annotations.NullMarked;
